import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { HandoverPanel } from '../../../features/handover-panel/handover-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

/** The panel of a hand-over sheet. */
export function HandoverView(props: SubjectPanelProps) {
  const handoverId = idIn(props.subject, 'handover');
  return handoverId === null ? null : (
    <HandoverPanel {...props} handoverId={handoverId} Frame={SubjectFrame} />
  );
}
