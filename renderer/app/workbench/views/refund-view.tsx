import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { RefundPanel } from '../../../features/refund-panel/refund-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

/** The panel of a refund. */
export function RefundView(props: SubjectPanelProps) {
  const refundId = idIn(props.subject, 'refund');
  return refundId === null ? null : <RefundPanel {...props} refundId={refundId} Frame={SubjectFrame} />;
}
