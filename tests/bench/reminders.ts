import { setTimeout as delay } from 'node:timers/promises';
import { createBase } from '../../electron/base.ts';
import { createScheduler } from '../../electron/kernel/tasks/scheduling/scheduler.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import { createReminders } from '../../electron/reminders/reminders.ts';
import { openDatabase, type WritableDb } from '../../electron/store/connection.ts';
import { createTaskStore } from '../../electron/store/tasks/task-store.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import { WHOLE_QUEUE } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { HOUR, SECOND } from '../../shared/time/durations.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { BENCH_NOW_MS } from './data/invented.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, toFigure, within } from './support/figures.ts';
import { spreadOf, timeMs } from './support/measure.ts';

type Options = { readonly pending: readonly number[]; readonly rounds: number; readonly watchMs: number };

/** Eight hours of reminders, evenly spread from `fromMs`, one for each order of the store. */
function openPending(pending: number, fromMs: number): WritableDb {
  const db = openDatabase(copyOfStore(storeWith({ orders: pending, scripts: 0 }), 'reminders'));
  db.prepare('DELETE FROM tasks').run();
  db.prepare<[{ fromMs: number; stepMs: number }]>(/* sql */ `
    INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, matter, step, occurrence, due_at_ms,
      planned_expiry_at_ms, keeps_end, amount_at_risk_fen, reason, reminder_at_ms, updated_at_ms, state, attention_at_ms, expires_at_ms)
    SELECT 'task-' || rowid, shop_id, 'chase', 'order', id, id, 'first', '', @fromMs + rowid * @stepMs,
      @fromMs + rowid * @stepMs + 345600000, 0, payable_fen, '下单 15 分钟未付款', CAST(@fromMs + rowid * @stepMs AS INTEGER),
      0, 'open', CAST(@fromMs + rowid * @stepMs AS INTEGER), @fromMs + rowid * @stepMs + 345600000
    FROM orders`).run({ fromMs, stepMs: Math.floor((8 * HOUR) / pending) });
  return db;
}

function startReminders(db: WritableDb, clock: Clock, onRemind: (tasks: readonly Task[]) => void) {
  const { queue } = createBase({ db, clock });
  const reminders = createReminders({
    show: () => {},
    summarise: () => (ref) => ({
      ref,
      title: '1',
      customerNick: '客户',
      detail: null,
      status: null,
      orderId: null,
    }),
    countAll: () => queue.count(WHOLE_QUEUE, { agentId: null, nowMs: clock.now() }).byTab,
    isSoundOn: () => false,
    playSound: () => {},
    open: () => {},
    snooze: () => {},
    complete: () => {},
  });
  let reads = 0;
  const store = createTaskStore(db);
  const scheduler = createScheduler({
    store: {
      ...store,
      listToRemind(nowMs) {
        reads++;
        return store.listToRemind(nowMs);
      },
    },
    periods: { look: () => undefined },
    putRight: () => undefined,
    clockDoubted: () => undefined,
    noticeOthers: () => undefined,
    clock,
    remind(due) {
      reminders.remind(due);
      onRemind([...due.due, ...due.missed]);
    },
    holdUntil: () => null,
    reportError(error) {
      throw error;
    },
  });
  return { scheduler, readCount: () => reads };
}

/** The clock jumps as it does when the lid is opened in the morning. */
function measureCatchUp(pending: number, rounds: number): Figure {
  const [caughtMs, rawMs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const db = openPending(pending, BENCH_NOW_MS);
    const clock = createFakeClock(BENCH_NOW_MS - 1);
    let reminded = 0;
    const { scheduler } = startReminders(db, clock, (tasks) => {
      reminded += tasks.length;
    });
    scheduler.refresh();
    clock.jumpTo(BENCH_NOW_MS + 9 * HOUR);
    caughtMs.push(timeMs(() => scheduler.refresh()));
    scheduler.stop();
    if (reminded !== pending) throw new Error(`Reminded of ${reminded} tasks instead of ${pending}`);
    db.prepare('UPDATE tasks SET reminder_at_ms = due_at_ms').run();
    const select = db.prepare<[number]>(
      'SELECT * FROM tasks WHERE reminder_at_ms <= ? ORDER BY reminder_at_ms',
    );
    const clear = db.prepare<[number]>('UPDATE tasks SET reminder_at_ms = NULL WHERE reminder_at_ms <= ?');
    rawMs.push(
      timeMs(() => {
        select.all(BENCH_NOW_MS + 9 * HOUR);
        clear.run(BENCH_NOW_MS + 9 * HOUR);
      }),
    );
    db.close();
  }
  return toFigure({
    id: 'catch-up',
    what: 'catch-up after 8 h of sleep',
    unit: 'ms',
    rows: pending,
    against: 'reading and clearing them in SQL',
    subject: spreadOf(caughtMs),
    reference: spreadOf(rawMs),
    budget: within(1000, 'p99'),
  });
}

/** On the real clock: how late each reminder is, and that nothing is done between them. */
async function measureFiring(pending: number, watchMs: number): Promise<Figure[]> {
  const clock = createSystemClock();
  const db = openPending(pending, clock.now() + SECOND / 2);
  const lateMs: number[] = [];
  let wakes = 0;
  const { scheduler, readCount } = startReminders(db, clock, (tasks) => {
    wakes++;
    for (const task of tasks) lateMs.push(clock.now() - task.dueAtMs);
  });
  scheduler.refresh();
  await delay(watchMs);
  scheduler.stop();
  const looksWithoutNeed = readCount() - wakes;

  // Everything is due tomorrow: until then there is nothing to do.
  db.prepare('UPDATE tasks SET reminder_at_ms = ?').run(clock.now() + 24 * HOUR);
  const idle = startReminders(db, clock, () => {});
  idle.scheduler.refresh();
  const before = process.cpuUsage();
  await delay(watchMs);
  const idleMs = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000;
  const idleReads = idle.readCount();
  idle.scheduler.stop();
  const emptyBefore = process.cpuUsage();
  await delay(watchMs);
  const emptyMs = (process.cpuUsage(emptyBefore).user + process.cpuUsage(emptyBefore).system) / 1000;
  db.close();
  const common = { rows: pending, against: 'a timer that is on time' } as const;
  const nothing = spreadOf([0]);
  return [
    toFigure({
      ...common,
      id: 'fire',
      what: 'reminder fires after it is due',
      unit: 'ms',
      subject: spreadOf(lateMs),
      reference: nothing,
      budget: within(1000, 'p99'),
    }),
    toFigure({
      ...common,
      id: 'idle-reads',
      what: 'looks at the store while nothing is due',
      unit: 'count',
      against: 'none',
      subject: spreadOf([idleReads + looksWithoutNeed]),
      reference: nothing,
      budget: within(0, 'p99'),
    }),
    toFigure({
      ...common,
      id: 'idle-cpu',
      what: `processor time of ${watchMs / SECOND} idle seconds`,
      unit: 'ms',
      against: 'the same program without a scheduler',
      subject: spreadOf([idleMs]),
      reference: spreadOf([emptyMs]),
      budget: within(watchMs / 100, 'p99'),
    }),
  ];
}

export async function benchReminders({ pending, rounds, watchMs }: Options): Promise<Figure[]> {
  const figures = pending.map((count) => measureCatchUp(count, rounds));
  for (const count of pending.slice(-1)) figures.push(...(await measureFiring(count, watchMs)));
  return figures;
}
