import { type Changes, changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { type ChasingPorts, ofOrder } from './ports.ts';

type Ending = { readonly orderId: OrderId; readonly reason: string; readonly nowMs: EpochMs };

/** Ends the order's chases here and not by the rules, so that an undo knows what they were, snoozes included. */
export function endChases(
  tasks: Pick<ChasingPorts['tasks'], 'cancelOpenForSubject' | 'get'>,
  { orderId, reason, nowMs }: Ending,
): Changes {
  const ended = tasks.cancelOpenForSubject(ofOrder(orderId), { kind: 'chase', reason }, nowMs);
  return Object.assign(
    {},
    ...ended.map((before) => changesOf(['task', before.id], before, tasks.get(before.id) ?? null)),
  );
}
