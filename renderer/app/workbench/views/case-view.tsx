import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { CasePanel } from '../../../features/case-panel/case-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

/** The panel of a case. */
export function CaseView(props: SubjectPanelProps) {
  const caseId = idIn(props.subject, 'case');
  return caseId === null ? null : <CasePanel {...props} caseId={caseId} Frame={SubjectFrame} />;
}
