import type { ChaseSettings } from '../../../../../shared/domain/chasing/chase-settings.ts';
import type { ActivityId, ImportRunId, OrderId, TaskId } from '../../../../../shared/domain/ids.ts';
import type { OrderFields } from '../../../../../shared/domain/orders/order.ts';
import type { RefundId } from '../../../../../shared/domain/refunds/refund.ts';
import { attentionAtMs, isToDo, type Task } from '../../../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../../../shared/errors.ts';
import type { Recorded } from '../../../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../../../shared/time/clock.ts';
import { DAY, MINUTE, SECOND } from '../../../../../shared/time/durations.ts';
import { createFakeClock } from '../../../../support/fake-clock.ts';
import { STATUS } from '../../../../support/records/a-refund.ts';
import { PLACED_AT_MS } from '../../../../support/records/an-order.ts';
import { anOrderRecord } from '../../../imports/import-harness.ts';
import type { Event } from './events.ts';
import { twoPrograms } from './two-programs.ts';
import {
  isClosedBy,
  listTasks,
  lostAgreements,
  lostSnoozes,
  lostSteps,
  silentTasks,
} from './what-must-hold.ts';

const ORDERS = 3;
const REFUNDS = 2;

/** A day in a shop: every event is done as an agent, the platform, the PC or its clock would do it. */
export function aShopDay(chase: ChaseSettings) {
  const clock = createFakeClock(PLACED_AT_MS);
  const placedAt = new Map<string, EpochMs>();
  const runs: ImportRunId[] = [];
  const undoable: ActivityId[] = [];
  const snoozes = new Map<TaskId, EpochMs>();
  /** When the customer of an order is to pay, or to order again. */
  const agreements = new Map<OrderId, EpochMs>();
  /** The moments of each task for which it was shown, and how often in each turn of a moment. */
  const seen = new Map<TaskId, Set<EpochMs>>();
  const shown = new Map<string, number>();
  /** Tells one time of a moment from the next: a task is moved away and back, or the clock is set back. */
  const turns = new Map<TaskId, { moment: string; turn: number }>();
  const repeatable = new Set<string>();
  let isUnnoticed = false;
  let isCrashing = false;

  const programs = twoPrograms(clock, chase, {
    shown: ({ due, missed }) => [...due, ...missed].forEach(noteShown),
    noticedOthers: () => {
      isUnnoticed = false;
    },
    beforeRecording(ids) {
      if (!isCrashing) return;
      isCrashing = false;
      for (const task of listTasks(programs)) if (ids.includes(task.id)) repeatable.add(keyOf(task));
      throw new Error('the power is gone');
    },
  });
  const core = () => programs.app().core;
  const actor = () => ({ agentId: programs.agent.id, nowMs: clock.now() });
  const toDo = () => listTasks(programs).filter(isToDo);

  function keyOf(task: Task): string {
    const moment = String(attentionAtMs(task));
    const before = turns.get(task.id);
    if (before?.moment !== moment) turns.set(task.id, { moment, turn: (before?.turn ?? 0) + 1 });
    return `${task.id} ${moment}#${turns.get(task.id)?.turn}`;
  }
  function noteMoments(): void {
    const tasks = listTasks(programs);
    tasks.forEach(keyOf);
    const there = new Set(tasks.map(({ id }) => id));
    // A task goes with the order of an import that is taken back, and so does what was told of it: the order that a later
    // import brings is told of anew, even of the same moment.
    for (const [id, { turn }] of turns) {
      if (there.has(id)) continue;
      turns.set(id, { moment: 'gone', turn });
      seen.delete(id);
    }
  }

  function noteShown(task: Task): void {
    // A task that is shown before its moment is shown again when that comes.
    const atMs = attentionAtMs(task);
    if (atMs > clock.now()) return;
    seen.set(task.id, (seen.get(task.id) ?? new Set()).add(atMs));
    shown.set(keyOf(task), (shown.get(keyOf(task)) ?? 0) + 1);
  }

  /** A reminder by the later time does not count any more. */
  function setBack(): void {
    for (const moments of seen.values())
      for (const atMs of moments) if (atMs > clock.now()) moments.delete(atMs);
    for (const task of listTasks(programs)) {
      // Whether it was shown in time before it ended, nothing tells any more; it may be shown once more.
      if (task.updatedAtMs > clock.now()) repeatable.add(keyOf(task));
      if (attentionAtMs(task) <= clock.now()) continue;
      const turn = (turns.get(task.id)?.turn ?? 0) + 1;
      turns.set(task.id, { moment: String(attentionAtMs(task)), turn });
    }
  }

  /** A refusal is an answer; anything else is a bug. */
  function isAccepted(work: () => unknown): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
  const act = (work: () => Recorded) => isAccepted(() => undoable.push(work().activityId));

  const orderNo = ({ which = 0 }: Event) => `330437000000000000${which % ORDERS}`;
  const orderOf = (event: Event): OrderId => core().orderIdOf(programs.shop.id, orderNo(event));
  const refundNo = ({ which = 0 }: Event) => `25000000000000000${which % REFUNDS}`;
  const refundOf = (event: Event): RefundId => core().stores.refunds.idOf(programs.shop.id, refundNo(event));
  const taskOf = ({ which = 0 }: Event) => toDo()[which % Math.max(1, toDo().length)];
  const durationOf = ({ minutes = 0 }: Event) => minutes * MINUTE;
  const placedAtOf = (no: string): EpochMs => {
    const atMs = placedAt.get(no) ?? clock.now() - 5 * MINUTE;
    placedAt.set(no, atMs);
    return atMs;
  };

  function importRows(event: Event, format: string, record: object): void {
    const importer = event.isElsewhere ? programs.cli : programs.app();
    const rows = [{ kind: 'record', record: record as ReturnType<typeof anOrderRecord> }] as const;
    isUnnoticed ||= event.isElsewhere === true;
    runs.push(importer.importRows({ fileName: 'a.csv', format, rows }, programs.shop));
  }
  function importOrder(event: Event, fields: Partial<OrderFields>): void {
    const no = orderNo(event);
    const known = { payableFen: 8800, customerNick: `客户${event.which}`, placedAtMs: placedAtOf(no) };
    importRows(event, 'taobao-orders', anOrderRecord(no, { ...known, ...fields }));
  }
  function importRefund(event: Event, platformStatus: string): void {
    const no = refundNo(event);
    const appliedAtMs = placedAtOf(no);
    const fields = {
      refundNo: no,
      platformStatus,
      platformType: '退货退款',
      refundFen: 3900,
      appliedAtMs,
      deadlineAtMs: appliedAtMs + 2 * DAY,
    };
    importRows(event, 'taobao-refunds', { row: 2, shopName: null, fields, extra: {} });
  }

  const happen: Record<string, (event: Event) => void> = {
    'import unpaid': (event) => importOrder(event, { status: 'unpaid' }),
    'import paid': (event) => importOrder(event, { status: 'paid', paidAtMs: clock.now() }),
    'import closed': (event) => importOrder(event, { status: 'closed' }),
    'import refund': (event) => importRefund(event, STATUS.applied),
    'import refund over': (event) => importRefund(event, STATUS.success),
    'take an import back'({ which = 0, isElsewhere }) {
      const runId = runs.at(-1 - (which % 3));
      if (runId === undefined) return;
      const { core: importer } = isElsewhere ? programs.cli : programs.app();
      if (!isAccepted(() => importer.undoImport(runId, programs.agent.id))) return;
      isUnnoticed ||= isElsewhere === true;
    },
    pass: (event) => clock.advanceBy(durationOf(event)),
    complete(event) {
      const task = taskOf(event);
      if (task && act(() => core().taskActions.completeTask({ taskId: task.id }, actor())))
        snoozes.delete(task.id);
    },
    snooze(event) {
      const task = taskOf(event);
      if (!task) return;
      const untilMs = Math.floor((clock.now() + durationOf(event)) / MINUTE) * MINUTE;
      const request = { orderId: task.subject.id as OrderId, taskId: task.id, untilMs };
      const isAgreed = event.isAgreed === true && task.kind === 'chase';
      const snooze = isAgreed ? core().chasing.agreePayTime : core().taskActions.snoozeTask;
      // A message that the order does not live to see is not put off: its time is kept for the next order.
      const isForNext = task.kind === 'chase' && isClosedBy(programs, request.orderId, untilMs);
      if (!act(() => snooze(request, actor()))) return;
      if (isAgreed || isForNext) agreements.set(request.orderId, untilMs);
      if (!isForNext) snoozes.set(task.id, untilMs);
    },
    'give up': (event) =>
      void act(() => core().chasing.giveUpChase({ orderId: orderOf(event), reason: 'price' }, actor())),
    'claim paid': (event) => void act(() => core().chasing.claimPaid({ orderId: orderOf(event) }, actor())),
    'set close time'(event) {
      const request = { orderId: orderOf(event), closesAtMs: clock.now() + durationOf(event) };
      act(() => core().chasing.setCloseTime(request, actor()));
    },
    'answer refund': (event) =>
      void act(() => core().noteRefund.answer({ refundId: refundOf(event), decision: 'agree' }, actor())),
    'open case': () =>
      void act(() =>
        core().duties.cases.open(
          {
            kind: 'other',
            title: '少发赠品',
            detail: null,
            priority: 'normal',
            channel: '旺旺',
            links: [{ kind: 'shop', id: programs.shop.id }],
            ownerId: null,
          },
          actor(),
        ),
      ),
    undo() {
      const activityId = undoable.pop();
      if (activityId === undefined) return;
      isAccepted(() => core().undoActivity(activityId, actor()));
      // It may have brought a snooze or an agreement back, or taken one away.
      agreements.clear();
      for (let which = 0; which < ORDERS; which++) {
        const order = core().stores.orders.get(orderOf({ what: 'undo', which }));
        if (order && order.agreedPayAtMs !== null) agreements.set(order.id, order.agreedPayAtMs);
      }
      snoozes.clear();
      for (const { id, snoozedUntilMs, state } of listTasks(programs))
        if (snoozedUntilMs !== null && state !== 'done') snoozes.set(id, snoozedUntilMs);
    },
    sleep(event) {
      const { scheduler } = programs.app();
      scheduler.fellAsleep();
      clock.jumpTo(clock.now() + durationOf(event));
      scheduler.wokeUp();
    },
    jump(event) {
      clock.jumpTo(clock.now() + durationOf(event));
      if (durationOf(event) < -MINUTE) setBack();
    },
    'confirm clock': () => programs.app().scheduler.confirmClock(),
    pause: (event) => programs.app().pause(clock.now() + durationOf(event)),
    crash() {
      isCrashing = true;
      programs.app().scheduler.refresh();
      isCrashing = false;
      programs.kill();
    },
    kill: () => programs.kill(),
  };

  return {
    async happen(event: Event): Promise<void> {
      noteMoments();
      happen[event.what]?.(event);
      noteMoments();
      // The app looks after its own acts; of another program's it hears within 30 seconds.
      if (!event.isElsewhere && event.what !== 'jump') programs.app().scheduler.refresh();
      clock.advanceBy(30 * SECOND);
      await programs.app().endJobs();
      programs.app().scheduler.refresh();
    },
    /** Empty, as long as every promise is kept. */
    broken(): Record<string, readonly string[]> {
      const { scheduler, isPaused } = programs.app();
      const nowMs = clock.now();
      const found = {
        lost: lostSteps(programs, nowMs),
        snoozes: lostSnoozes(programs, snoozes),
        agreements: lostAgreements(programs, agreements),
        silent: silentTasks(programs, {
          nowMs,
          isHeld: isPaused(),
          isDoubtful: scheduler.isClockDoubtful(),
          wasShown: (task) => seen.get(task.id)?.has(attentionAtMs(task)) === true,
        }),
        repeated: [...shown]
          .filter(([key, times]) => times > (repeatable.has(key) ? 2 : 1))
          .map(([key]) => key),
        unnoticed: isUnnoticed ? ['another program has written'] : [],
      };
      return Object.fromEntries(Object.entries(found).filter(([, names]) => names.length > 0));
    },
    end: programs.end,
  };
}
