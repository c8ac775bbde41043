import type { AgentId, EvidenceId, ShopId } from '../../../shared/domain/ids.ts';
import {
  Evidence,
  type EvidenceKind,
  type EvidenceSource,
  type SaidBy,
} from '../../../shared/domain/shared-parts/evidence.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { undoableTable } from '../undoable-table.ts';

type Row = {
  readonly id: EvidenceId;
  readonly shop_id: ShopId | null;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly kind: EvidenceKind;
  readonly text: string | null;
  readonly source: EvidenceSource;
  readonly message_ref: string | null;
  readonly file_name: string | null;
  readonly sha256: string | null;
  readonly said_at_ms: number | null;
  readonly said_by: SaidBy;
  readonly agent_id: AgentId | null;
  readonly at_ms: number;
};

/** Things that people said and showed about a subject. Rows are added, and taken away only by an undo. */
export function createEvidenceStore(db: WritableDb) {
  const select = db.prepare<[string], Row>('SELECT * FROM evidence WHERE id = ?');
  const selectOf = db.prepare<[string, string], Row>(/* sql */ `
    SELECT * FROM evidence WHERE subject_kind = ? AND subject_id = ? ORDER BY at_ms, rowid`);
  const insert = db.prepare<Row>(/* sql */ `
    INSERT INTO evidence (id, shop_id, subject_kind, subject_id, kind, text, source, message_ref, file_name, sha256,
      said_at_ms, said_by, agent_id, at_ms)
    VALUES (@id, @shop_id, @subject_kind, @subject_id, @kind, @text, @source, @message_ref, @file_name, @sha256,
      @said_at_ms, @said_by, @agent_id, @at_ms)`);
  const remove = db.prepare<[string]>('DELETE FROM evidence WHERE id = ?');

  function get(id: string): Evidence | undefined {
    const row = select.get(id);
    return row && toEvidence(row);
  }
  function add(piece: Evidence): void {
    insert.run({
      id: piece.id,
      shop_id: piece.shopId,
      subject_kind: piece.subject.kind,
      subject_id: piece.subject.id,
      kind: piece.kind,
      text: piece.text,
      source: piece.source,
      message_ref: piece.messageRef,
      file_name: piece.fileName,
      sha256: piece.sha256,
      said_at_ms: piece.saidAtMs,
      said_by: piece.saidBy,
      agent_id: piece.agentId,
      at_ms: piece.atMs,
    });
  }

  return {
    undoable: undoableTable({
      table: 'evidence',
      recorded: Evidence,
      guarded: [],
      get,
      save: (piece) => add(piece),
      remove: (id) => void remove.run(id),
    }),
    get,
    newId: (nowMs: EpochMs): EvidenceId => newId(nowMs) as EvidenceId,
    add,
    /** The oldest first. */
    listOf: ({ kind, id }: SubjectRef): Evidence[] => selectOf.all(kind, id).map(toEvidence),
  };
}

function toEvidence(row: Row): Evidence {
  return {
    id: row.id,
    shopId: row.shop_id,
    subject: asSubject(row.subject_kind, row.subject_id),
    kind: row.kind,
    text: row.text,
    source: row.source,
    messageRef: row.message_ref,
    fileName: row.file_name,
    sha256: row.sha256,
    saidAtMs: row.said_at_ms,
    saidBy: row.said_by,
    agentId: row.agent_id,
    atMs: row.at_ms,
  };
}
