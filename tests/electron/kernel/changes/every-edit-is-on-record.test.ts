import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../../shared/domain/activities/activity-kinds.ts';
import { tablesOf } from '../../../support/watched-tables.ts';
import { type Day, openDay } from './a-working-day/day.ts';
import { tellTheTeam } from './a-working-day/the-bulletins.ts';
import { doDuties, settleACase } from './a-working-day/the-duties.ts';
import { handOverShift } from './a-working-day/the-handovers.ts';
import { copyScripts, importScripts, learn, writeScripts } from './a-working-day/the-library.ts';
import { writeMemos } from './a-working-day/the-memos.ts';
import {
  bargain,
  chaseThem,
  claimTheFee,
  importTheOrders,
  importWhatBecame,
} from './a-working-day/the-orders.ts';
import { watchParcels } from './a-working-day/the-parcels.ts';
import { answerARefund } from './a-working-day/the-refunds.ts';
import { planShifts } from './a-working-day/the-roster.ts';
import { shipOrders } from './a-working-day/the-shipping.ts';
import {
  changeShopsAndSettings,
  changeTheTeam,
  PINS,
  removeTheSample,
  setUp,
} from './a-working-day/the-team.ts';
import { describeWritten, isOnRecord, LOGGED, recordsOf, SPEAKS_FOR_ITSELF } from './on-record.ts';

/** No export of this product is about records that are no subjects yet. */
const OF_DUTIES_TO_COME: readonly ActivityKind[] = ['records-imported'];
/** Stores of older versions have these; the one undo has taken their place. */
const OF_OLDER_VERSIONS: readonly ActivityKind[] = [
  'example-restored',
  'picture-restored',
  'proposal-reopened',
];

let folder: string;
let day: Day;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-day-'));
  day = openDay(folder);
  await setUp(day);
  await changeTheTeam(day);
  await changeShopsAndSettings(day);
  await planShifts(day);
  const orders = importTheOrders(day);
  await chaseThem(day);
  await bargain(day);
  await writeScripts(day);
  await copyScripts(day);
  await learn(day);
  await importScripts(day);
  await doDuties(day);
  await settleACase(day);
  await answerARefund(day);
  await writeMemos(day);
  await shipOrders(day);
  await watchParcels(day);
  await handOverShift(day);
  await tellTheTeam(day);
  await importWhatBecame(day, orders);
  await claimTheFee(day);
  await removeTheSample(day);
});
afterAll(() => {
  day.main.db.close();
  rmSync(folder, { recursive: true });
});

describe('K9: nothing is edited without its activity', () => {
  it('every table is one that the change log names, or one that needs no activity, with the reason', () => {
    const known = [...Object.keys(LOGGED), ...Object.keys(SPEAKS_FOR_ITSELF)].toSorted();
    expect(known).toEqual(tablesOf(day.main.db));
  });

  it('a day of all kinds of work writes into every table', () => {
    const written = new Set(day.transactions().flatMap((rows) => rows.map(({ table }) => table)));
    expect([...written].toSorted()).toEqual(tablesOf(day.main.db));
  });

  it('a day of all kinds of work brings every kind of activity', () => {
    const kinds = day.main.db.prepare<[], ActivityKind>('SELECT DISTINCT kind FROM activities').pluck().all();
    expect([...kinds, ...OF_DUTIES_TO_COME, ...OF_OLDER_VERSIONS].toSorted()).toEqual(
      ACTIVITY_KINDS.toSorted(),
    );
  });

  it('each row is named by an activity of the transaction that wrote it', () => {
    const unnamed = day.transactions().flatMap((rows) => {
      const records = recordsOf(rows, day.main.db);
      return rows.filter((row) => !isOnRecord(row, records)).map((row) => describeWritten(row, records));
    });
    expect(unnamed).toEqual([]);
  });

  it('a change to a row without an activity is seen', () => {
    const { db, core } = day.main;
    const before = day.transactions().length;
    core.inTransaction(() => db.exec(`UPDATE shops SET name = name || '！'`));
    const rows = day.transactions().slice(before).flat();
    expect(rows.length).toBeGreaterThan(0);
    const records = recordsOf(rows, db);
    expect(rows.filter((row) => isOnRecord(row, records))).toEqual([]);
  });

  it('no PIN is on record, nor what is kept of one', () => {
    const hashes = day
      .transactions()
      .flat()
      .filter(({ table }) => table === 'agents')
      .flatMap(({ before, after }) => [before?.['pin_hash'], after?.['pin_hash']])
      .filter((hash) => typeof hash === 'string');
    expect(new Set(hashes).size).toBeGreaterThan(PINS.length);
    const record = JSON.stringify(day.main.db.prepare('SELECT * FROM activities').all());
    expect([...PINS, ...hashes].filter((secret) => record.includes(secret))).toEqual([]);
  });
});
