import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import {
  type Concession,
  type ConcessionSettings,
  offerLabel,
} from '../../shared/domain/chasing/concession.ts';
import {
  type Bargain,
  type ConcessionLadder,
  concessionLadder,
} from '../../shared/domain/chasing/concession-ladder.ts';
import type { AgentId, ConcessionId, OrderId, ShopId, TaskId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import { type Agent, leads } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Stroke } from '../kernel/activities/act.ts';

export type ConcessionPorts = {
  readonly act: Act;
  readonly concessions: {
    get(id: ConcessionId): Concession | undefined;
    listOf(orderId: OrderId): Concession[];
    save(concession: Concession): void;
  };
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly agents: { get(id: AgentId): Agent | undefined };
  readonly tasks: {
    listForSubject(subject: SubjectRef): Task[];
    complete(id: TaskId, nowMs: EpochMs): Task | undefined;
  };
  readonly settingsOf: (shopId: ShopId) => ConcessionSettings;
  /** On which platform and of which grade the customer of the order is. */
  readonly bargainOf: (order: Order) => Bargain;
  readonly newId: (nowMs: EpochMs) => string;
};

/** Somebody who is signed in: the app itself never bargains. */
export type Bargainer = Actor & { readonly agentId: AgentId };

/** A price can be changed only as long as the order is unpaid. */
export const orderToBargain = ({ orders }: Pick<ConcessionPorts, 'orders'>, id: OrderId): Order =>
  requireUnpaidOrder(orders, id, '，不能再议价');

export function existingConcession(
  { concessions }: Pick<ConcessionPorts, 'concessions'>,
  id: ConcessionId,
): Concession {
  const concession = concessions.get(id);
  if (!concession) throw new AppError('not-found', '该优惠已不存在');
  return concession;
}

export function ladderFor(
  { concessions, settingsOf, bargainOf }: Pick<ConcessionPorts, 'concessions' | 'settingsOf' | 'bargainOf'>,
  order: Order,
): ConcessionLadder {
  return concessionLadder({
    concessions: concessions.listOf(order.id),
    settings: settingsOf(order.shopId),
    ...bargainOf(order),
    payableFen: order.payableFen,
    postageFen: order.postageFen,
  });
}

/** Leads and managers. The role is looked up anew each time: yesterday's role decides nothing. */
export function isLead({ agents }: Pick<ConcessionPorts, 'agents'>, id: AgentId): boolean {
  return leads(agents.get(id)?.role);
}

type Bargaining = {
  readonly kind: ActivityKind;
  readonly after: Concession;
  /** The step of the task that this answers; it is done with it. */
  readonly answers?: string;
  readonly text?: string | null;
  readonly message: string;
};

/** Saves the concession with its activity, and does the task that waited for it. */
export function bargaining(
  ports: Pick<ConcessionPorts, 'concessions' | 'tasks'>,
  step: Bargaining,
  actor: Actor,
): Stroke {
  const { kind, after, answers, text, message } = step;
  const { concessions, tasks } = ports;
  const subject = asSubject('order', after.orderId);
  const answered = tasks
    .listForSubject(subject)
    .find((task) => task.kind === 'concession' && task.step === answers && task.occurrence === after.id);
  const { offer } = after;
  return {
    subject,
    kind,
    ...(answered ? { taskId: answered.id } : {}),
    data: given({
      amountFen: offer.kind === 'money' ? offer.amountFen : null,
      text: text ?? (offer.kind === 'extra' ? offerLabel(offer) : null),
    }),
    rows: [
      { table: 'concessions', id: after.id },
      ...(answered ? [{ table: 'tasks', id: answered.id }] : []),
    ],
    write() {
      concessions.save(after);
      if (answered) tasks.complete(answered.id, actor.nowMs);
    },
    message,
  };
}
