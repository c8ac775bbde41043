import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openDatabase, type ReadableDb } from '../../../electron/store/connection.ts';
import { DAY, SECOND } from '../../../shared/time/durations.ts';
import { BENCH_NOW_MS } from '../data/invented.ts';
import { makeExport } from '../data/make-export.ts';
import { prepareImport, visitScreens } from './day.ts';
import { type Held, heldBy, sizeMb } from './held.ts';
import { memoryMb, type Session } from './launch.ts';
import { REST_MS } from './memory/memory-figures.ts';

export type DayPlan = {
  readonly hours: number;
  readonly copies: number;
  readonly outcomes: number;
  readonly reminders: number;
  /** Of the first export; each one holds what the one before held, and some more. */
  readonly importRows: number;
};

/** The first hour and the last, each after a rest, and the memory of all processes in the middle of work. */
export type Played = {
  readonly first: Held;
  readonly last: Held;
  readonly busyMb: number;
  readonly importedMb: number;
};

const COPIES_PER_CUSTOMER = 4;
const FIRST_REMINDER_MS = 30 * SECOND;
const BETWEEN_REMINDERS_MS = 800;
const LONGEST_WAIT_MS = 300 * SECOND;
const LONGEST_ACT_MS = 2 * SECOND;

/** The tasks that would come last become due one after the other while the day is played. */
export function oweReminders(databasePath: string, count: number): void {
  const db = openDatabase(databasePath);
  const ids = db
    .prepare<[number], string>(
      `SELECT id FROM tasks WHERE state = 'open' ORDER BY attention_at_ms DESC, id LIMIT ?`,
    )
    .pluck()
    .all(count);
  if (ids.length < count) throw new Error(`Only ${ids.length} tasks to remind of`);
  // An open task is due when it wants attention, and ends as planned.
  const owe = db.prepare<[{ id: string; dueAtMs: number; endAtMs: number }]>(/* sql */ `
    UPDATE tasks SET due_at_ms = @dueAtMs, attention_at_ms = @dueAtMs, reminder_at_ms = @dueAtMs,
      planned_expiry_at_ms = @endAtMs, expires_at_ms = @endAtMs
    WHERE id = @id`);
  db.transaction(() => {
    for (const [place, id] of ids.entries()) {
      const dueAtMs = BENCH_NOW_MS + FIRST_REMINDER_MS + place * BETWEEN_REMINDERS_MS;
      owe.run({ id, dueAtMs, endAtMs: dueAtMs + DAY });
    }
  })();
  db.close();
}

/** Counts the work by the store's own account: keys that did nothing must not pass for a day's work. */
function createLedger(store: ReadableDb) {
  const lastId = store.prepare<[], string | null>('SELECT max(id) FROM activities').pluck().get() ?? '';
  const count = store
    .prepare<[string, string], number>('SELECT count(*) FROM activities WHERE id > ? AND +kind = ?')
    .pluck();
  const owed = store
    .prepare<[number], number>(
      `SELECT count(*) FROM tasks WHERE reminder_at_ms <= ? AND state IN ('open', 'snoozed')`,
    )
    .pluck();
  return {
    copies: () => count.get(lastId, 'script-copied') ?? 0,
    outcomes: () => count.get(lastId, 'chased') ?? 0,
    owedBefore: (atMs: number) => owed.get(atMs) ?? 0,
  };
}

type Ledger = ReturnType<typeof createLedger>;

/** Whether it was recorded; a key that finds nothing to do is pressed in vain, as it would be by an agent. */
async function isRecorded(count: () => number, act: () => Promise<void>): Promise<boolean> {
  const before = count();
  await act();
  const endMs = performance.now() + LONGEST_ACT_MS;
  while (count() === before) {
    if (performance.now() > endMs) return false;
    await delay(5);
  }
  return true;
}

/** Next order, several messages to the clipboard, done: by keys, as an agent would. */
async function serveCustomer({ keyboard }: Page, ledger: Ledger): Promise<void> {
  await keyboard.press('Escape');
  await keyboard.press('Control+ArrowDown');
  for (let copy = 0; copy < COPIES_PER_CUSTOMER; copy++) {
    await keyboard.press('Control+E');
    await isRecorded(ledger.copies, () => keyboard.press('Enter'));
  }
  await isRecorded(ledger.outcomes, () => keyboard.press('Control+Enter'));
}

type Wanted = Pick<DayPlan, 'copies' | 'outcomes'>;

/** Until the store knows of as many copies and outcomes as are asked for. */
async function serveUntil(window: Page, ledger: Ledger, { copies, outcomes }: Wanted): Promise<void> {
  for (let served = 0; ledger.copies() < copies || ledger.outcomes() < outcomes; served++) {
    if (served > copies) throw new Error(`Only ${ledger.copies()} copies and ${ledger.outcomes()} outcomes`);
    await serveCustomer(window, ledger);
  }
}

async function untilReminded(ledger: Ledger, count: number): Promise<void> {
  const lastDueAtMs = BENCH_NOW_MS + FIRST_REMINDER_MS + count * BETWEEN_REMINDERS_MS;
  const endMs = performance.now() + LONGEST_WAIT_MS;
  while (ledger.owedBefore(lastDueAtMs) > 0) {
    if (performance.now() > endMs)
      throw new Error(`${ledger.owedBefore(lastDueAtMs)} reminders were not shown`);
    await delay(SECOND);
  }
}

/** An hour takes about a minute here: all that it showed would still be in memory. */
async function heldAtRest(session: Session): Promise<Held> {
  await delay(REST_MS);
  return heldBy(session);
}

/** A shift in a few minutes: an import every hour, customers served by keys, every screen, reminders meanwhile. */
export async function playDay(session: Session, store: ReadableDb, plan: DayPlan): Promise<Played> {
  const { window } = session;
  const ledger = createLedger(store);
  const busyMb: number[] = [];
  let first: Held | undefined;
  let importedMb = 0;
  for (let hour = 1; hour <= plan.hours; hour++) {
    const { gb18030 } = makeExport(Math.round(plan.importRows * (1 + hour / 10)));
    importedMb += sizeMb(gb18030);
    const commit = await prepareImport(window, gb18030);
    await commit();
    await window.keyboard.press('Control+1');
    const share = hour / plan.hours;
    await serveUntil(window, ledger, { copies: plan.copies * share, outcomes: plan.outcomes * share });
    await visitScreens(window);
    busyMb.push(await memoryMb(session));
    first ??= await heldAtRest(session);
    console.error(`Hour ${hour} of ${plan.hours}`);
  }
  await untilReminded(ledger, plan.reminders);
  const last = await heldAtRest(session);
  if (!first) throw new Error('The day has no hours');
  return { first, last, busyMb: Math.max(...busyMb), importedMb };
}
