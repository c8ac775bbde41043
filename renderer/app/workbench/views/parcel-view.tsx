import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { ParcelPanel } from '../../../features/parcel-panel/parcel-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

/** The panel of a parcel. */
export function ParcelView(props: SubjectPanelProps) {
  const parcelId = idIn(props.subject, 'parcel');
  return parcelId === null ? null : <ParcelPanel {...props} parcelId={parcelId} Frame={SubjectFrame} />;
}
