import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useFeedback } from '../../../ui/feedback.tsx';

/** Opens the sheet that the agent is writing, or begins one. */
export function useOpenHandover(): () => void {
  const { openSubject } = useNavigation();
  const { fail } = useFeedback();
  return () => {
    call('handovers.begin', undefined).then(({ id }) => openSubject(asSubject('handover', id)), fail);
  };
}
