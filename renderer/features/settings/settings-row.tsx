import type { ReactNode } from 'react';

type SettingsRowProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The id of the control, where the label belongs to one. */
  readonly htmlFor?: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** One setting: what it is called, what it does, and the control. */
export function SettingsRow({ label, hint, htmlFor, error, children }: SettingsRowProps) {
  return (
    <div className="settings-row">
      <div className="settings-row-words">
        {htmlFor === undefined ? <span>{label}</span> : <label htmlFor={htmlFor}>{label}</label>}
        {hint !== undefined && <p className="muted">{hint}</p>}
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
