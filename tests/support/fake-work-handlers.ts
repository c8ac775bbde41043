import type { Task } from '../../shared/domain/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import { HOUR } from '../../shared/time/durations.ts';
import { type FakeWorld, record } from './fake-world.ts';

type Filter = Input<'tasks.counts'>;

const attention = (task: Task) => task.snoozedUntilMs ?? task.dueAtMs;

function bucketOf(task: Task, nowMs: number): readonly Filter['bucket'][] {
  if (task.state === 'snoozed') return ['snoozed'];
  if (task.expiresAtMs !== null && task.expiresAtMs <= nowMs) return ['missed'];
  if (attention(task) <= nowMs) return ['now', 'today', 'all'];
  if (attention(task) <= nowMs + 2 * HOUR) return ['soon', 'today', 'all'];
  return ['today', 'all'];
}

function rowOf(world: FakeWorld, task: Task): Output<'tasks.queue'>['rows'][number] {
  const order = world.orders.find(({ id }) => id === task.subject.id);
  if (!order) throw new Error('A task without its order');
  return {
    task,
    alsoToDo: [],
    summary: {
      ref: task.subject,
      title: order.no,
      customerNick: order.customerNick,
      detail: order.itemTitle,
      status: null,
      orderId: order.id,
    },
    shopName: world.shops.find(({ id }) => id === task.shopId)?.name ?? '',
    ownerName: world.agents.find(({ id }) => id === task.ownerId)?.name ?? null,
  };
}

function matches(world: FakeWorld, filter: Omit<Filter, 'bucket' | 'kind'>, task: Task): boolean {
  if (task.state !== 'open' && task.state !== 'snoozed') return false;
  if (filter.shopId !== null && task.shopId !== filter.shopId) return false;
  const owner = filter.owner === 'unowned' ? null : filter.owner;
  if (filter.owner !== null && task.ownerId !== owner) return false;
  if (filter.text === '') return true;
  const { title, customerNick } = rowOf(world, task).summary;
  return `${title} ${customerNick}`.includes(filter.text);
}

function change(world: FakeWorld, id: string, patch: Partial<Task>): { before: Task; undo: () => void } {
  const index = world.tasks.findIndex((task) => task.id === id);
  const before = world.tasks[index];
  if (!before) throw new AppError('not-found', '该待办已不存在');
  world.tasks[index] = { ...before, ...patch };
  return { before, undo: () => world.tasks.splice(index, 1, before) };
}

const orderIdOf = (task: Task) => (task.subject.kind === 'order' ? task.subject.id : null);

export function fakeTaskHandlers(world: FakeWorld) {
  return {
    'tasks.queue': (query: Input<'tasks.queue'>): Output<'tasks.queue'> => {
      const nowMs = world.now();
      const found = world.tasks
        .filter((task) => matches(world, query, task) && bucketOf(task, nowMs).includes(query.bucket))
        .filter((task) => query.kind === null || task.kind === query.kind)
        .toSorted((a, b) =>
          query.sort === 'time' ? attention(a) - attention(b) : b.amountAtRiskFen - a.amountAtRiskFen,
        );
      const rows = found.slice(query.offset, query.offset + query.limit).map((task) => rowOf(world, task));
      return { rows, total: found.length, nowMs };
    },
    'tasks.counts': (filter: Filter): Output<'tasks.counts'> => {
      const byBucket = { now: 0, soon: 0, today: 0, all: 0, snoozed: 0, missed: 0 };
      const byKind = { chase: 0, duplicate: 0, dispute: 0, concession: 0, 'follow-up': 0 };
      let amountAtRiskFen = 0;
      for (const task of world.tasks.filter((one) => matches(world, filter, one))) {
        const buckets = bucketOf(task, world.now());
        for (const bucket of buckets) byBucket[bucket] += 1;
        if (!buckets.includes(filter.bucket)) continue;
        byKind[task.kind] += 1;
        amountAtRiskFen += task.amountAtRiskFen;
      }
      return { byBucket, byKind, amountAtRiskFen };
    },
    'tasks.complete': ({ id, checks }: Input<'tasks.complete'>) => {
      const open = world.tasks.find((task) => task.id === id);
      const isChecked = checks?.inStock && checks.notCancelled && checks.reminderSent;
      if (open?.step === 'warn' && !isChecked)
        throw new AppError('invalid-input', '发出警告前须完成三项核对');
      const { before, undo } = change(world, id, { state: 'done' });
      const isChase = before.kind === 'chase';
      const message = isChase ? '已记录催付' : '待办已完成';
      return record(world, {
        kind: isChase ? 'chased' : 'task-done',
        orderId: orderIdOf(before),
        message,
        undo,
      });
    },
    'tasks.snooze': ({ id, untilMs, note, reason }: Input<'tasks.snooze'>) => {
      const { before, undo } = change(world, id, {
        state: 'snoozed',
        snoozedUntilMs: untilMs,
        snoozeNote: note,
      });
      const data = { untilMs, ...(reason ? { reason } : {}), ...(note ? { text: note } : {}) };
      return record(world, { kind: 'snoozed', orderId: orderIdOf(before), message: '已延后', undo, data });
    },
    'tasks.handOver': ({ ids, agentId }: Input<'tasks.handOver'>) => {
      const undos = ids.map((id) => change(world, id, { ownerId: agentId }).undo);
      const undo = () => undos.forEach((one) => one());
      return record(world, { kind: 'handed-over', orderId: null, message: `已转交 ${ids.length} 项`, undo });
    },
    'activities.undo': ({ activityId }: Input<'activities.undo'>) => {
      world.undos.get(activityId)?.();
      return { activityId, message: '已撤销' };
    },
  };
}

export function fakeChaseHandlers(world: FakeWorld) {
  const nothing = () => undefined;
  const endTasks = (orderId: string) => {
    const open = world.tasks.filter((task) => task.subject.id === orderId && task.kind === 'chase');
    const undos = open.map((task) => change(world, task.id, { state: 'cancelled' }).undo);
    return () => undos.forEach((one) => one());
  };
  return {
    'chases.agree': ({ orderId, untilMs, reason, note }: Input<'chases.agree'>) => {
      const task = world.tasks.find(({ subject, state }) => subject.id === orderId && state === 'open');
      const changes = { state: 'snoozed', snoozedUntilMs: untilMs, snoozeNote: note } as const;
      const undo = task ? change(world, task.id, changes).undo : nothing;
      const data = { untilMs, ...(reason ? { reason } : {}), ...(note ? { text: note } : {}) };
      return record(world, { kind: 'snoozed', orderId, message: '已延后', undo, data });
    },
    'chases.noteReason': ({ orderId, reason }: Input<'chases.noteReason'>) =>
      record(world, {
        kind: 'reason-noted',
        orderId,
        message: '已记录未付原因',
        undo: nothing,
        data: { reason },
      }),
    'chases.giveUp': ({ orderId, reason }: Input<'chases.giveUp'>) =>
      record(world, {
        kind: 'chase-lost',
        orderId,
        message: '已放弃催付',
        undo: endTasks(orderId),
        data: { reason },
      }),
    'chases.claimPaid': ({ orderId }: Input<'chases.claimPaid'>) =>
      record(world, {
        kind: 'paid-claimed',
        orderId,
        message: '已标记付款，等待导入核实',
        undo: endTasks(orderId),
      }),
    'chases.setCloseTime': ({ orderId, closesAtMs }: Input<'chases.setCloseTime'>) => {
      const index = world.orders.findIndex(({ id }) => id === orderId);
      const before = world.orders[index];
      if (!before) throw new AppError('not-found', '该订单已不存在');
      world.orders[index] = { ...before, closesAtMs };
      const undo = () => world.orders.splice(index, 1, before);
      return record(world, { kind: 'close-time-set', orderId, message: '已修改关闭时间', undo });
    },
    'chases.preview': (): Output<'chases.preview'> => [],
    'disputes.close': ({ orderId, outcome }: Input<'disputes.close'>) =>
      record(world, {
        kind: 'dispute-closed',
        orderId,
        message: '纠纷已结束',
        undo: nothing,
        data: { outcome },
      }),
    'orders.addNote': ({ orderId, text }: Input<'orders.addNote'>) =>
      record(world, { kind: 'noted', orderId, message: '已添加备注', undo: nothing, data: { text } }),
  };
}
