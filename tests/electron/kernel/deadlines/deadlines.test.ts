import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportRunId, ShopId } from '../../../../shared/domain/ids.ts';
import { AppError } from '../../../../shared/errors.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aDutyDesk, CUSTOMER, type DutyDesk, SHOP } from '../../../support/records/a-duty-desk.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const END_MS = PLACED_AT_MS + 8 * HOUR;

let desk: DutyDesk;
beforeEach(() => {
  desk = aDutyDesk();
});

const set = (atMs: number) =>
  desk.deadlines.set('manual', { subject: CUSTOMER, kind: 'reply', atMs, reason: null }, desk.actor());
function show(atMs: number | null): void {
  const nowMs = desk.clock.now();
  const run = { importRunId: 'run' as ImportRunId, shopId: 'shop-1' as ShopId, nowMs };
  desk.fileEnds.show({ ...run, subject: CUSTOMER, kind: 'reply', atMs, isNew: false });
  desk.refreshTasks([CUSTOMER], nowMs);
}
function complete(): void {
  for (const { id } of desk.openTasksOf(CUSTOMER)) desk.stores.tasks.complete(id, desk.clock.now());
}

describe('a deadline', () => {
  it('is warned of ahead of its end, and its undo takes the warning back', () => {
    const activity = set(END_MS);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([{ dueAtMs: END_MS - HOUR, expiresAtMs: END_MS }]);
    desk.undo(activity);
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
  });

  it('of a file is not changed by hand', () => {
    show(END_MS);
    expect(() => set(END_MS + HOUR)).toThrow(AppError);
  });

  it('that moves later re-arms what was done about it', () => {
    show(END_MS);
    complete();
    show(END_MS + DAY);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([
      { dueAtMs: END_MS + DAY - HOUR, reminderAtMs: END_MS + DAY - HOUR },
    ]);
  });

  it('that moves earlier is due at once and says so', () => {
    show(END_MS);
    desk.clock.advanceBy(2 * HOUR);
    show(END_MS - 2 * HOUR - 30 * MINUTE);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([
      { dueAtMs: desk.clock.now(), reason: '截止时间提前：原 06-10 18:00 现 06-10 15:30' },
    ]);
  });

  it('that a file no longer names is none', () => {
    show(END_MS);
    show(null);
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
    expect(desk.tasksOf(CUSTOMER)).toEqual(['deadline reply cancelled']);
  });

  it('shown once more is left as it is', () => {
    show(END_MS);
    const tasks = desk.tasksOf(CUSTOMER);
    desk.clock.advanceBy(HOUR);
    show(END_MS);
    expect(desk.tasksOf(CUSTOMER)).toEqual(tasks);
  });
});

describe('an extension of many deadlines', () => {
  const extend = () =>
    desk.deadlines.extend(
      { subjects: [CUSTOMER, SHOP], kind: 'reply', byMs: 2 * DAY, reason: '端午放假' },
      desk.actor(),
    );

  beforeEach(() => {
    show(END_MS);
    desk.deadlines.set('agreed', { subject: SHOP, kind: 'reply', atMs: END_MS, reason: null }, desk.actor());
    desk.clock.advanceBy(1);
  });

  it('puts all of them off, a file’s too, and keeps the time before', () => {
    expect(extend().message).toBe('已顺延 2 项截止时间');
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([
      { expiresAtMs: END_MS + 2 * DAY, reason: '截止时间顺延：原 06-10 18:00 现 06-12 18:00' },
    ]);
    extend();
    expect(
      desk.stores.deadlines.listOf('shop', [SHOP.id]).find(({ source }) => source === 'manual'),
    ).toMatchObject({
      atMs: END_MS + 4 * DAY,
      originalAtMs: END_MS,
      reason: '端午放假',
    });
  });

  it('is taken back by one undo', () => {
    const before = [CUSTOMER, SHOP].map(({ kind, id }) => desk.stores.deadlines.listOf(kind, [id]));
    desk.undo(extend());
    expect([CUSTOMER, SHOP].map(({ kind, id }) => desk.stores.deadlines.listOf(kind, [id]))).toEqual(before);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([{ expiresAtMs: END_MS }]);
  });

  it('yields to a file that names another time', () => {
    extend();
    desk.clock.advanceBy(HOUR);
    show(END_MS + DAY);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([{ expiresAtMs: END_MS + DAY }]);
  });
});
