import type { ReactNode } from 'react';

type FactProps = {
  readonly label: string;
  /** Where there is room for two columns, the second one says it. */
  readonly isOnlyNarrow?: boolean;
  readonly children: ReactNode;
};

export function Fact({ label, isOnlyNarrow = false, children }: FactProps) {
  return (
    <div className="fact" data-only-narrow={isOnlyNarrow || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
