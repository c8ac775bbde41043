import { type SubjectSummary, subjectKey, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { defineFinder } from '../../lib/finder.tsx';
import { call } from '../../lib/main-process/ipc.ts';
import { Tag } from '../../ui/facts/tag.tsx';

function Row({ hit: { ref, title, detail, status } }: { readonly hit: SubjectSummary }) {
  return (
    <>
      <Tag>{subjectLabel(ref.kind)}</Tag>
      <span className="truncate">{title}</span>
      <span className="muted truncate">{[detail, status].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** Subjects of every kind that has no finder of its own. */
export const subjectFinder = defineFinder({
  title: '其他对象',
  root: 'panels',
  find: (text) => call('subjects.find', { text }),
  keyOf: ({ ref }) => subjectKey(ref),
  Row,
  open: ({ ref }, { openSubject }) => openSubject(ref),
});
