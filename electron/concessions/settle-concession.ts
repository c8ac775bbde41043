import {
  CONCESSION_STATE_LABELS,
  type Concession,
  offerLabel,
} from '../../shared/domain/chasing/concession.ts';
import type { ConcessionId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type Bargainer, bargaining, type ConcessionPorts, existingConcession } from './ports.ts';

type Settlement = { readonly id: ConcessionId; readonly isAccepted: boolean };

/** R10: the customer answers an offer. A customer who had agreed may bargain again, which opens the next step. */
export function createSettleConcession(ports: ConcessionPorts) {
  return ({ id, isAccepted }: Settlement, actor: Bargainer): Recorded =>
    ports.act(actor, () => {
      const before = existingConcession(ports, id);
      const canSettle = before.state === 'offered' || (before.state === 'accepted' && !isAccepted);
      if (!canSettle)
        throw new AppError('conflict', `该优惠的状态是「${CONCESSION_STATE_LABELS[before.state]}」`);
      const state = isAccepted ? 'accepted' : 'refused';
      const after: Concession = { ...before, state, updatedAtMs: actor.nowMs };
      const label = offerLabel(before.offer);
      const next = before.offer.kind === 'money' ? '，请在平台改价' : '，请写入订单备注';
      const message = isAccepted ? `客户接受${label}${next}` : `客户未接受${label}`;
      return bargaining(ports, { kind: `concession-${state}`, after, message }, actor);
    });
}
