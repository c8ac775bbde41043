import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.tsx';
import './session.css';

/** The quiet page that stands where the workbench will be: one column, one thing to do. */
export function SessionPage({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <main className="session-page">
      <section className="session-card" aria-labelledby="session-title">
        <header className="session-head">
          <Logo size={56} />
          <h1 id="session-title">{title}</h1>
          <p>{hint}</p>
        </header>
        {children}
      </section>
    </main>
  );
}
