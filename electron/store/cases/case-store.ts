import type { CaseId, ShopId } from '../../../shared/domain/ids.ts';
import { AfterSalesCase, type CaseStep } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { createTakeAway } from '../subjects/take-away-subject.ts';
import { undoableTable } from '../undoable-table.ts';
import { type CaseRow, toCase, toCaseRow } from './case-row.ts';

type LinkRow = {
  readonly case_id: CaseId;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
};
type StepRow = {
  readonly case_id: CaseId;
  readonly event: CaseStep['event'];
  readonly step: string;
  readonly at_ms: number;
  readonly agent_id: CaseStep['agentId'];
  readonly text: string | null;
  readonly waiting_on: CaseStep['waitingOn'];
  readonly due_at_ms: number | null;
  readonly outcome: string | null;
};
type IdRow = { readonly id: CaseId };

const COLUMNS = [
  'id',
  'shop_id',
  'kind',
  'title',
  'detail',
  'priority',
  'channel',
  'fields',
  'step',
  'step_since_ms',
  'step_due_at_ms',
  'state',
  'waiting_on',
  'waiting_since_ms',
  'next_check_at_ms',
  'told_at_ms',
  'owner_id',
  'opened_by_id',
  'opened_at_ms',
  'cause',
  'cause_note',
  'satisfaction',
  'result',
  'cost_fen',
  'closed_at_ms',
  'closed_by_id',
  'updated_at_ms',
] as const satisfies readonly (keyof CaseRow)[];

/** The fields of a case that the change log keeps. */
const RecordedCase = AfterSalesCase.omit({ updatedAtMs: true });

const NOTHING_SAID = { agentId: null, text: null, waitingOn: null, dueAtMs: null, outcome: null };

/** Some milliseconds; an older case is found through its order. */
const LOOKED_AT = 20_000;

/** Cases, the subjects that they are about, and what happened to each of them. */
export function createCaseStore(db: WritableDb) {
  const selectMany = db.prepare<[string], CaseRow>(/* sql */ `
    SELECT c.* FROM json_each(?) AS wanted CROSS JOIN cases c ON c.id = wanted.value`);
  const selectLinks = db.prepare<[string], LinkRow>(/* sql */ `
    SELECT l.* FROM json_each(?) AS wanted CROSS JOIN case_links l ON l.case_id = wanted.value`);
  const selectOf = db.prepare<[string, string], IdRow>(/* sql */ `
    SELECT case_id AS id FROM case_links WHERE subject_kind = ? AND subject_id = ?`);
  const selectOpenAbout = db.prepare<[], IdRow & { readonly order_id: string }>(/* sql */ `
    SELECT c.id, l.subject_id AS order_id FROM cases c INDEXED BY cases_open
    CROSS JOIN case_links l ON l.case_id = c.id AND l.subject_kind = 'order'
    WHERE c.state <> 'closed'`);
  const selectOpenBeside = db.prepare<[string], IdRow & { readonly order_id: string }>(/* sql */ `
    SELECT c.id, beside.id AS order_id FROM cases c INDEXED BY cases_open
    CROSS JOIN case_links l ON l.case_id = c.id AND l.subject_kind = 'order'
    CROSS JOIN orders o ON o.id = l.subject_id
    CROSS JOIN orders beside ON beside.customer_id = o.customer_id
    WHERE c.state <> 'closed' AND c.kind IN (SELECT value FROM json_each(?))`);
  const upsert = db.prepare<CaseRow>(/* sql */ `
    INSERT INTO cases (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`);
  const removeLinks = db.prepare<[string]>('DELETE FROM case_links WHERE case_id = ?');
  const insertLink = db.prepare<[string, string, string]>(
    'INSERT INTO case_links (case_id, subject_kind, subject_id) VALUES (?, ?, ?)',
  );
  const remove = db.prepare<[string]>('DELETE FROM cases WHERE id = ?');
  const takeAway = createTakeAway(db, 'case');
  const insertStep = db.prepare<StepRow & { readonly id: string }>(/* sql */ `
    INSERT INTO case_steps (id, case_id, event, step, at_ms, agent_id, text, waiting_on, due_at_ms, outcome)
    VALUES (@id, @case_id, @event, @step, @at_ms, @agent_id, @text, @waiting_on, @due_at_ms, @outcome)`);
  const selectSteps = db.prepare<[string], StepRow>(
    'SELECT * FROM case_steps WHERE case_id = ? ORDER BY at_ms, rowid',
  );
  const selectByText = db
    .prepare<[{ text: string; looked: number; atMost: number }], string>(/* sql */ `
      SELECT id FROM (SELECT id, title, detail FROM cases ORDER BY rowid DESC LIMIT @looked)
      WHERE instr(title, @text) OR instr(detail, @text) LIMIT @atMost`)
    .pluck();
  const selectLive = db.prepare<[string], IdRow>('SELECT id FROM cases WHERE is_live = 1 AND shop_id = ?');
  const setLive = db.prepare<[number, string, number]>(/* sql */ `
    UPDATE cases SET is_live = ? WHERE id IN (SELECT value FROM json_each(?)) AND is_live <> ?`);

  function load(ids: readonly string[]): AfterSalesCase[] {
    const wanted = JSON.stringify(ids);
    const links = Map.groupBy(selectLinks.all(wanted), (row) => row.case_id);
    return selectMany.all(wanted).map((row) =>
      toCase(
        row,
        (links.get(row.id) ?? []).map((link) => asSubject(link.subject_kind, link.subject_id)),
      ),
    );
  }

  const get = (id: CaseId): AfterSalesCase | undefined => load([id])[0];

  /** Of rows that name a case and an order, the cases whose order is among these. */
  function casesOf(rows: () => readonly (IdRow & { readonly order_id: string })[], ids: readonly string[]) {
    if (ids.length === 0) return [];
    const wanted = new Set(ids);
    return [...new Set(rows().flatMap((row) => (wanted.has(row.order_id) ? [row.id] : [])))];
  }

  function save(one: AfterSalesCase): void {
    upsert.run(toCaseRow(one));
    removeLinks.run(one.id);
    for (const { kind, id } of one.links) insertLink.run(one.id, kind, id);
  }

  function addStep(entry: CaseStep): void {
    insertStep.run({
      id: newId(entry.atMs),
      case_id: entry.caseId,
      event: entry.event,
      step: entry.step,
      at_ms: entry.atMs,
      agent_id: entry.agentId,
      text: entry.text,
      waiting_on: entry.waitingOn,
      due_at_ms: entry.dueAtMs,
      outcome: entry.outcome,
    });
  }

  return {
    undoable: undoableTable({
      table: 'cases',
      recorded: RecordedCase,
      guarded: ['step', 'stepSinceMs', 'state', 'ownerId', 'links', 'fields'],
      get: (id) => get(id as CaseId),
      save(one, { nowMs }) {
        save({ ...one, updatedAtMs: nowMs });
        addStep({ ...NOTHING_SAID, caseId: one.id, event: 'undone', step: one.step, atMs: nowMs });
      },
      // Only the undo of its opening takes a case away as if it had never been.
      remove(id) {
        takeAway(id);
        remove.run(id);
      },
    }),
    newId: (nowMs: EpochMs): CaseId => newId(nowMs) as CaseId,
    load,
    get,
    listOf: ({ kind, id }: SubjectRef): AfterSalesCase[] => load(selectOf.all(kind, id).map((row) => row.id)),
    /** Open cases are few beside the orders of an import, so they are gone through, and not the orders. */
    listOpenAbout: (orderIds: readonly string[]): CaseId[] => casesOf(() => selectOpenAbout.all(), orderIds),
    /** Open cases of these kinds whose customer has one of the orders, whatever they are about. */
    listOpenBeside: (orderIds: readonly string[], kinds: readonly string[]): CaseId[] =>
      casesOf(() => selectOpenBeside.all(JSON.stringify(kinds)), orderIds),
    /** Adds the case, or writes all of it. */
    save,
    /** Entries are never changed. */
    addStep,
    /** The oldest first. */
    stepsOf: (id: CaseId): CaseStep[] => selectSteps.all(id).map(toStep),
    /** By any part of its title or detail, the newest first. */
    find: (text: string, atMost: number): CaseId[] =>
      // The column holds ids of cases.
      selectByText.all({ text, looked: LOOKED_AT, atMost }) as CaseId[],
    listLive: (shopId: ShopId): CaseId[] => selectLive.all(shopId).map((row) => row.id),
    setLive(ids: readonly string[], isLive: boolean): void {
      if (ids.length > 0) setLive.run(Number(isLive), JSON.stringify(ids), Number(isLive));
    },
  };
}

function toStep(row: StepRow): CaseStep {
  return {
    caseId: row.case_id,
    event: row.event,
    step: row.step,
    atMs: row.at_ms,
    agentId: row.agent_id,
    text: row.text,
    waitingOn: row.waiting_on,
    dueAtMs: row.due_at_ms,
    outcome: row.outcome,
  };
}
