import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ChaseSettings } from '../../shared/domain/chasing/chase-settings.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { ChasePreview, Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Chasing } from './create-chasing.ts';

type Dependencies = {
  readonly chasing: Chasing;
  readonly previewLadder: (settings: ChaseSettings, placedAtMs: EpochMs) => ChasePreview[];
  readonly requireActor: () => Actor;
  /** An act may have moved reminders, and every window shows its subjects. */
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

/** The channels for unpaid orders. Each answers with the activity by which the act is undone. */
export function createChaseHandlers({ chasing, previewLadder, requireActor, changed }: Dependencies) {
  function act<R extends { readonly orderId: OrderId }>(
    work: (request: R, actor: Actor) => Recorded,
  ): (request: R) => Recorded {
    return (request) => {
      const recorded = work(request, requireActor());
      changed([{ kind: 'order', id: request.orderId }]);
      return recorded;
    };
  }

  return {
    'chases.agree': act(chasing.agreePayTime),
    'chases.noteReason': act(chasing.noteReason),
    'chases.giveUp': act(chasing.giveUpChase),
    'chases.claimPaid': act(chasing.claimPaid),
    'chases.setCloseTime': act(chasing.setCloseTime),
    'chases.preview': ({ settings, placedAtMs }) => previewLadder(settings, placedAtMs),
    'disputes.close': act(chasing.closeDispute),
  } satisfies Partial<Handlers>;
}
