import { createAgreePayTime } from './agree-pay-time.ts';
import { createClaimPaid } from './claim-paid.ts';
import { createCloseDispute } from './close-dispute.ts';
import { createGiveUpChase } from './give-up-chase.ts';
import { createNoteReason } from './note-reason.ts';
import type { ChasingPorts } from './ports.ts';
import { createSetCloseTime } from './set-close-time.ts';

export type Chasing = ReturnType<typeof createChasing>;

/** Everything that an agent can do to an unpaid order or a dispute, each in one transaction with its activity. */
export function createChasing(ports: ChasingPorts) {
  return {
    agreePayTime: createAgreePayTime(ports),
    noteReason: createNoteReason(ports),
    giveUpChase: createGiveUpChase(ports),
    claimPaid: createClaimPaid(ports),
    setCloseTime: createSetCloseTime(ports),
    closeDispute: createCloseDispute(ports),
  };
}
