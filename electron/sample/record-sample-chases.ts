import type { Activity, NewActivity } from '../../shared/domain/activities/activity.ts';
import type { ImportRunId, OrderId, ShopId, TaskId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import {
  type NewScriptUse,
  type OrderProof,
  outcomeOf,
  type SettledUse,
} from '../../shared/domain/scripts/script-use.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY, MINUTE } from '../../shared/time/durations.ts';
import type { SampleChase, SampleUse } from './sample-chases.ts';
import { sampleMoneyOf, sampleOrderNo } from './sample-records.ts';

type Dependencies = {
  readonly activities: { append(activity: NewActivity): Activity };
  readonly uses: { add(use: NewScriptUse): void; settle(use: SettledUse): void };
  /** An emptied library has none. */
  readonly scriptWithCode: (code: string) => Script | undefined;
  readonly orderIdOf: (shopId: ShopId, no: string) => OrderId;
  readonly taskIdOf: (task: Pick<Task, 'kind' | 'subject' | 'step' | 'occurrence'>) => TaskId;
};

type Context = { readonly shop: Shop; readonly importRunId: ImportRunId; readonly nowMs: EpochMs };
type Order = { readonly id: OrderId; readonly placedAtMs: EpochMs; readonly importRunId: ImportRunId };

export type RecordSampleChases = (chases: readonly SampleChase[], context: Context) => void;

/** Records chases of the past weeks as if agents had sent them, and credits them by the rule of real uses. */
export function createRecordSampleChases(dependencies: Dependencies): RecordSampleChases {
  const { activities, uses, scriptWithCode, orderIdOf, taskIdOf } = dependencies;

  function said(order: Order, use: SampleUse, { grade }: SampleChase) {
    const script = scriptWithCode(use.code);
    if (!script) return [];
    const { step, reason } = use;
    const subject = { kind: 'order', id: order.id } as const;
    const atMs = order.placedAtMs + use.afterMs;
    const common = {
      atMs,
      subject,
      agentId: null,
      taskId: taskIdOf({ kind: 'chase', subject, step, occurrence: '' }),
      scriptId: script.id,
      importRunId: null,
    };
    const copied = activities.append({
      ...common,
      kind: 'script-copied',
      data: { scriptCode: script.code, part: 1, taskKind: 'chase', step },
    });
    const data = { taskKind: 'chase', step, scriptCode: script.code, ...(reason === null ? {} : { reason }) };
    activities.append({ ...common, kind: 'chased', data });
    uses.add({
      id: copied.id,
      scriptId: script.id,
      agentId: null,
      orderId: order.id,
      taskId: common.taskId,
      step,
      reason,
      grade,
      atMs,
      outcome: 'pending',
    });
    return [{ useId: copied.id, atMs, taskId: common.taskId, data }];
  }

  type Message = ReturnType<typeof said>[number];
  type End = {
    readonly atMs: EpochMs;
    readonly last: Message;
    readonly isPaid: boolean;
    readonly paidFen: number;
  };

  function prove(order: Order, { atMs, last, isPaid, paidFen }: End): void {
    activities.append({
      atMs,
      kind: isPaid ? 'recovered' : 'closed-unpaid',
      subject: { kind: 'order', id: order.id },
      agentId: null,
      taskId: isPaid ? last.taskId : null,
      scriptId: null,
      importRunId: order.importRunId,
      data: isPaid
        ? {
            ...last.data,
            amountFen: paidFen,
            minutesSinceChase: Math.round((atMs - last.atMs) / MINUTE),
          }
        : {},
    });
  }

  function settle(order: Order, messages: readonly Message[], { atMs, last, isPaid }: End): void {
    const credited = isPaid ? last : undefined;
    const proof: OrderProof<Message> = {
      result: isPaid ? 'paid' : 'closed',
      atMs,
      messages,
      credited,
      notedReason: null,
    };
    for (const { useId, data } of messages) {
      const use = { id: useId, reason: data.reason ?? null };
      uses.settle({ ...use, outcome: outcomeOf(use, proof), atMs, importRunId: order.importRunId });
    }
  }

  return (chases, { shop, importRunId, nowMs }) => {
    for (const chase of chases) {
      const id = orderIdOf(shop.id, sampleOrderNo(chase.index, nowMs));
      const order = { id, placedAtMs: nowMs - chase.sketch.placedAgoMs, importRunId };
      const messages = chase.uses.flatMap((use) => said(order, use, chase));
      const last = messages.at(-1);
      if (!last) continue;
      const { isPaid, sketch } = chase;
      const endAfterMs = isPaid ? (sketch.paidAfterMs ?? 0) : DAY;
      const { paidFen } = sampleMoneyOf(sketch);
      const end = { atMs: order.placedAtMs + endAfterMs, last, isPaid, paidFen };
      prove(order, end);
      settle(order, messages, end);
    }
  };
}
