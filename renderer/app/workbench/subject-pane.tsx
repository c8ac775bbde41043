import { type SubjectRef, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { PlainPanel } from '../../features/task-work/plain-panel.tsx';
import type { SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { SUBJECT_VIEWS } from '../subject-views.ts';
import { NothingOpen } from './nothing-open.tsx';

/** The middle of the workbench: whatever is open, by the panel of its kind or by the one for all kinds. */
export function SubjectPane({ subject, ...props }: SubjectPanelProps<SubjectRef | null>) {
  if (subject === null) {
    return (
      <section className="panel" aria-label="详情">
        <NothingOpen />
      </section>
    );
  }
  const Panel = SUBJECT_VIEWS[subject.kind]?.Panel ?? PlainPanel;
  return (
    <section className="panel" aria-label={subjectLabel(subject.kind)}>
      <Panel {...props} subject={subject} />
    </section>
  );
}
