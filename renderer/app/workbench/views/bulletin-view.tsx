import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { BulletinPanel } from '../../../features/bulletin-panel/bulletin-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

/** The panel of a bulletin. */
export function BulletinView(props: SubjectPanelProps) {
  const bulletinId = idIn(props.subject, 'bulletin');
  return bulletinId === null ? null : (
    <BulletinPanel {...props} bulletinId={bulletinId} Frame={SubjectFrame} />
  );
}
