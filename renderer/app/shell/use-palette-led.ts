import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { wayBack } from '../../ui/forms/use-action.ts';
import { useMainEvent } from '../events.ts';

/**
 * The workbench shows the order that the palette was used for: its keys would else be about the customer before. What
 * was recorded there is taken back here, as everything is.
 */
export function usePaletteLed(): void {
  const { followSubject } = useNavigation();
  const feedback = useFeedback();
  useMainEvent('palette.used', ({ orderId, taskId, recorded }) => {
    followSubject(asSubject('order', orderId), taskId);
    if (recorded) feedback.done(recorded.message, wayBack(recorded.activityId));
  });
}
