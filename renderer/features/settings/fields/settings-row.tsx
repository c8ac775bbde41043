import type { ReactNode } from 'react';

export type SettingsRowProps = {
  readonly label: string;
  readonly hint?: ReactNode | undefined;
  /** The source of the default, in a quiet line. */
  readonly source?: ReactNode;
  /** The id of the control, where the label belongs to one. */
  readonly htmlFor?: string | undefined;
  readonly error?: string | undefined;
  /** By this name the search finds the row. */
  readonly place?: string;
  readonly children: ReactNode;
};

/** One setting: what it is called, what it does, and the control. */
export function SettingsRow({ label, hint, source, htmlFor, error, place, children }: SettingsRowProps) {
  return (
    <div className="settings-row" data-place={place}>
      <div className="settings-row-words">
        {htmlFor === undefined ? <span>{label}</span> : <label htmlFor={htmlFor}>{label}</label>}
        {hint !== undefined && <p className="muted">{hint}</p>}
        {source !== undefined && <p className="settings-row-source">{source}</p>}
      </div>
      <div className="settings-row-control">
        {children}
        {error !== undefined && (
          <p role="alert" className="settings-error">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
