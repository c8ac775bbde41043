import { type SubjectRef, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { PlainPanel } from '../../features/task-work/plain-panel.tsx';
import type { SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SUBJECT_VIEWS } from '../subject-views.ts';

/** The middle of the workbench: whatever is open, by the panel of its kind or by the one for all kinds. */
export function SubjectPane({ subject, ...props }: SubjectPanelProps<SubjectRef | null>) {
  if (subject === null) {
    return (
      <section className="panel" aria-label="详情">
        <EmptyState title="选择一项待办" hint="左侧队列按剩余时间排列，↑ ↓ 选择，Enter 取推荐话术" />
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
