import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
};

/** Says why there is nothing here and what can be done about it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {hint !== undefined && <div className="empty-state-hint">{hint}</div>}
      {action !== undefined && <div className="empty-state-action">{action}</div>}
    </div>
  );
}
