import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { START_MS } from '../program/acts.ts';
import { openProgram } from '../program/open-program.ts';
import type { Killing } from '../support/part.ts';
import { baseIn, copyOf, faultOf } from '../support/stores.ts';
import { createTally, type TallyCounter } from '../support/tally.ts';
import { killAt } from './kill-at.ts';

const PROMISES = 1000;
const KILLED_WITHIN = { lines: 120, lineMs: 20 };

/** A promise for every minute, so that a kill falls between the showing of one and its being recorded. */
function promiseMuch(path: string): void {
  const { core } = openProgram(path, START_MS);
  const ids = core.db.prepare<[], OrderId>('SELECT id FROM orders ORDER BY id').pluck().all();
  core.inTransaction(() => {
    for (let at = 1; at <= PROMISES; at += 1)
      core.taskActions.createTask(
        {
          subject: asSubject('order', ids[at % ids.length] as OrderId),
          kind: 'follow-up',
          text: '问问收到没有',
          dueAtMs: START_MS + at * MINUTE,
          ownerId: null,
        },
        { agentId: null, nowMs: START_MS },
      );
  });
  core.db.close();
}

/** The tasks to do, and whether each still owes its reminder. */
function owingIn(path: string): ReadonlyMap<string, boolean> {
  const db = new Database(path, { readonly: true });
  const sql = `SELECT id, reminder_at_ms IS NOT NULL AS owes FROM tasks WHERE state IN ('open', 'snoozed')`;
  const rows = db.prepare<[], { id: string; owes: number }>(sql).all();
  db.close();
  return new Map(rows.map(({ id, owes }) => [id, owes === 1]));
}

/** From a store full of promises until nearly all of them were shown. */
function createDay(ready: string, path: string) {
  cpSync(dirname(ready), dirname(path), { recursive: true });
  const before = owingIn(path);
  const shown = new Map<string, number>();
  let nowMs = START_MS;
  return {
    path,
    nowMs: () => nowMs,
    hear(lines: readonly string[]): void {
      for (const line of lines) {
        const [what, word = ''] = line.split(' ');
        if (what === 'over') nowMs = Number(word);
        else shown.set(word, (shown.get(word) ?? 0) + 1);
      }
    },
    /** Recorded as shown, and never shown. */
    lost: (): string[] => {
      const now = owingIn(path);
      return [...before].flatMap(([id, owed]) => (owed && now.get(id) === false && !shown.has(id) ? id : []));
    },
    isOver: () => nowMs > START_MS + (PROMISES - 10) * MINUTE,
    count(tally: TallyCounter): void {
      tally.count('reminders shown', shown.size);
      tally.count('shown twice', [...shown.values()].filter((times) => times > 1).length);
    },
  };
}

/** X2: each reminder whose time has come was shown, or is still owed. */
export async function killReminders({ rounds, random, folder, say }: Killing) {
  const tally = createTally('kills', 'reminders: shown, or still owed');
  const ready = copyOf(baseIn(folder), 'promises');
  promiseMuch(ready);
  const startDay = () => createDay(ready, copyOf(dirname(ready), 'reminders'));
  let day = startDay();
  for (let round = 0; round < rounds; round += 1) {
    if (day.isOver()) {
      day.count(tally);
      day = startDay();
    }
    const args = ['remind', day.path, String(day.nowMs())];
    day.hear(await killAt({ args, random, ...KILLED_WITHIN, tally }));
    for (const id of day.lost()) tally.broke(`kill ${round}: task ${id} is recorded as shown and was not`);
    const fault = faultOf(day.path);
    if (fault !== null) tally.broke(`kill ${round}: ${fault}`);
    tally.round();
  }
  day.count(tally);
  say(`${rounds} kills in reminders`);
  return tally.result();
}
