import { type ReactNode, useId } from 'react';

type PanelProps = {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
};

/** A titled region that fills its place; its body scrolls, its title does not. */
export function Panel({ title, extra, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className="panel" aria-labelledby={titleId}>
      <header className="panel-header">
        <h2 className="panel-title" id={titleId}>
          {title}
        </h2>
        {extra !== undefined && <div className="panel-extra">{extra}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
