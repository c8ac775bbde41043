import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ActivityId, AgentId, ClaimId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Memos } from './create-memos.ts';

type Dependencies = {
  readonly memos: Memos;
  readonly claims: { get(id: ClaimId): Claim | undefined };
  readonly undoActivity: (id: ActivityId, actor: Actor) => unknown;
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly requireActor: () => Actor;
  readonly currentAgentId: () => AgentId | null;
  /** An act may have moved reminders, and every window shows its subjects. */
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createMemoHandlers(dependencies: Dependencies) {
  const { memos, claims, undoActivity, clipboard, requireActor, currentAgentId, changed } = dependencies;

  return {
    'memos.ofOrder': ({ orderId }) => memos.draft(orderId, currentAgentId()),
    'memos.copy': async (wish) => {
      const actor = requireActor();
      const { fullText, activityId, message } = memos.copy(wish, actor);
      try {
        await clipboard.writeText(fullText);
      } catch (error) {
        // Another program holds the clipboard: nothing was copied, so nothing is to be written back.
        undoActivity(activityId, actor);
        throw error;
      }
      changed([{ kind: 'order', id: wish.orderId }]);
      return { activityId, message };
    },
    'memos.markWritten': ({ orderId }) => {
      const recorded = memos.markWritten({ orderId }, requireActor());
      changed([{ kind: 'order', id: orderId }]);
      return recorded;
    },
    'memos.drop': (request) => {
      const recorded = memos.drop(request, requireActor());
      const subject = claims.get(request.id)?.subject;
      if (subject) changed([subject]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
