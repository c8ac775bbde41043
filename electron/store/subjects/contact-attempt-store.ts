import type { AgentId, ContactAttemptId, ShopId } from '../../../shared/domain/ids.ts';
import {
  ContactAttempt,
  type ContactChannel,
  type ContactResult,
} from '../../../shared/domain/shared-parts/contact-attempt.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { undoableTable } from '../undoable-table.ts';

type Row = {
  readonly id: ContactAttemptId;
  readonly shop_id: ShopId | null;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly channel: ContactChannel;
  readonly is_reached: 0 | 1;
  readonly said: string | null;
  readonly next_try_at_ms: number | null;
  readonly agent_id: AgentId | null;
  readonly at_ms: number;
};

/**
 * Every try to reach somebody about a subject. Rows are added, and taken away only by an undo; the last is the one that was
 * written last, whatever the clock said then.
 */
export function createContactAttemptStore(db: WritableDb) {
  const select = db.prepare<[string], Row>('SELECT * FROM contact_attempts WHERE id = ?');
  const selectOf = db.prepare<[string, string], Row>(/* sql */ `
    SELECT * FROM contact_attempts WHERE subject_kind = ? AND subject_id = ? ORDER BY rowid`);
  const selectLast = db.prepare<[string, string], Row>(/* sql */ `
    SELECT a.* FROM json_each(?) AS wanted
    CROSS JOIN contact_attempts a ON a.rowid = (
      SELECT last.rowid FROM contact_attempts last WHERE last.subject_kind = ? AND last.subject_id = wanted.value
      ORDER BY last.rowid DESC LIMIT 1)`);
  const insert = db.prepare<Row>(/* sql */ `
    INSERT INTO contact_attempts (id, shop_id, subject_kind, subject_id, channel, is_reached, said, next_try_at_ms,
      agent_id, at_ms)
    VALUES (@id, @shop_id, @subject_kind, @subject_id, @channel, @is_reached, @said, @next_try_at_ms, @agent_id,
      @at_ms)`);
  const remove = db.prepare<[string]>('DELETE FROM contact_attempts WHERE id = ?');

  function get(id: string): ContactAttempt | undefined {
    const row = select.get(id);
    return row && toAttempt(row);
  }
  function add(attempt: ContactAttempt): void {
    const { result, subject } = attempt;
    insert.run({
      id: attempt.id,
      shop_id: attempt.shopId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      channel: attempt.channel,
      is_reached: result.kind === 'reached' ? 1 : 0,
      said: attempt.said,
      next_try_at_ms: result.kind === 'not-reached' ? result.nextTryAtMs : null,
      agent_id: attempt.agentId,
      at_ms: attempt.atMs,
    });
  }

  return {
    undoable: undoableTable({
      table: 'contact_attempts',
      recorded: ContactAttempt,
      guarded: [],
      get,
      save: (attempt) => add(attempt),
      remove: (id) => void remove.run(id),
    }),
    newId: (nowMs: EpochMs): ContactAttemptId => newId(nowMs) as ContactAttemptId,
    add,
    /** The oldest first. */
    listOf: ({ kind, id }: SubjectRef): ContactAttempt[] => selectOf.all(kind, id).map(toAttempt),
    /** The last one of each subject, where there is one. */
    lastOf: (kind: SubjectKind, ids: readonly string[]): ContactAttempt[] =>
      selectLast.all(JSON.stringify(ids), kind).map(toAttempt),
  };
}

function resultOf({ is_reached, next_try_at_ms }: Row): ContactResult {
  if (is_reached === 1) return { kind: 'reached' };
  return next_try_at_ms === null
    ? { kind: 'given-up' }
    : { kind: 'not-reached', nextTryAtMs: next_try_at_ms };
}

function toAttempt(row: Row): ContactAttempt {
  return {
    id: row.id,
    shopId: row.shop_id,
    subject: asSubject(row.subject_kind, row.subject_id),
    channel: row.channel,
    result: resultOf(row),
    said: row.said,
    agentId: row.agent_id,
    atMs: row.at_ms,
  };
}
