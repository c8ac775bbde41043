import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useFeedback } from '../../../ui/feedback.tsx';

/** Opens the draft of the agent, or begins one; and the bulletins of the team, the first unread one before all. */
export function useOpenBulletins() {
  const { openSubject } = useNavigation();
  const feedback = useFeedback();
  return {
    writeBulletin(): void {
      call('bulletins.begin', undefined).then(
        ({ id }) => openSubject(asSubject('bulletin', id)),
        feedback.fail,
      );
    },
    async readBulletins(): Promise<void> {
      try {
        const rows = await call('bulletins.list', undefined);
        const row = rows.findLast(({ isUnread }) => isUnread) ?? rows[0];
        if (row) openSubject(asSubject('bulletin', row.id));
        else feedback.done('还没有发布过通知');
      } catch (error) {
        feedback.fail(error);
      }
    },
  };
}
