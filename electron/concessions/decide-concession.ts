import type { Concession } from '../../shared/domain/chasing/concession.ts';
import type { ConcessionId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConcessionAnswer } from '../../shared/ipc/contract/concession-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import {
  type Bargainer,
  bargaining,
  type ConcessionPorts,
  existingConcession,
  isLead,
  ladderFor,
  orderToBargain,
} from './ports.ts';

type Decision = {
  readonly id: ConcessionId;
  readonly answer: ConcessionAnswer;
  readonly note: string | null;
};
type Granted = { readonly before: Concession; readonly amountFen: number };

/** R10: a lead grants, grants less or refuses; an agent cannot. */
export function createDecideConcession(ports: ConcessionPorts) {
  function refuseAmount({ before, amountFen }: Granted): void {
    const { refusedFen } = ladderFor(ports, orderToBargain(ports, before.orderId));
    if (amountFen <= refusedFen)
      throw new AppError('invalid-input', `客户已拒绝 ¥${formatFen(refusedFen)}，同意的金额须高于它`);
    if (amountFen > (before.request?.amountFen ?? 0))
      throw new AppError('invalid-input', '同意的金额不能高于申请的金额');
  }

  function decided({ id, answer }: Decision): Concession {
    const before = existingConcession(ports, id);
    if (before.state !== 'asked') throw new AppError('conflict', '该申请已答复');
    if (answer.kind === 'deny') return { ...before, state: 'denied' };
    const { amountFen } = answer;
    refuseAmount({ before, amountFen });
    return { ...before, state: 'granted', offer: { kind: 'money', amountFen } };
  }

  return (decision: Decision, actor: Bargainer): Recorded =>
    ports.act(actor, () => {
      if (!isLead(ports, actor.agentId)) throw new AppError('invalid-input', '超出权限的优惠须由主管答复');
      const after = decided(decision);
      const { agentId, nowMs } = actor;
      const { note } = decision;
      const answered: Concession = { ...after, decision: { agentId, atMs: nowMs, note }, updatedAtMs: nowMs };
      const isGranted = decision.answer.kind === 'grant';
      const kind = isGranted ? 'concession-granted' : 'concession-denied';
      const message = isGranted ? '已同意优惠' : '已答复：不同意';
      return bargaining(ports, { kind, after: answered, answers: 'decide', text: note, message }, actor);
    });
}
