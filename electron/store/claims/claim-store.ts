import type { AgentId, ClaimId, ImportRunId, ShopId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { Claim, type ClaimKind, type ClaimState } from '../../../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { undoableTable } from '../undoable-table.ts';

type ClaimRow = {
  readonly id: ClaimId;
  readonly shop_id: ShopId | null;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly kind: ClaimKind;
  readonly data: string;
  readonly agent_id: AgentId | null;
  readonly claimed_at_ms: number;
  readonly state: ClaimState;
  readonly judged_by_run: ImportRunId | null;
  readonly judged_at_ms: number | null;
};

export type ClaimStore = ReturnType<typeof createClaimStore>;

/**
 * X4: agents' claims about the platform, and what imports have shown of each; in the order in which they were written,
 * whatever the clock said then.
 */
export function createClaimStore(db: WritableDb) {
  const select = db.prepare<[string], ClaimRow>('SELECT * FROM claims WHERE id = ?');
  const selectOf = db.prepare<[string, string], ClaimRow>(/* sql */ `
    SELECT c.* FROM json_each(?) AS wanted
    CROSS JOIN claims c ON c.subject_kind = ? AND c.subject_id = wanted.value
    WHERE c.state <> 'withdrawn' ORDER BY c.rowid`);
  const selectOpen = db.prepare<[], ClaimRow>(/* sql */ `
    SELECT * FROM claims WHERE state = 'open' ORDER BY rowid`);
  const upsert = db.prepare<ClaimRow>(/* sql */ `
    INSERT INTO claims (id, shop_id, subject_kind, subject_id, kind, data, agent_id, claimed_at_ms, state,
      judged_by_run, judged_at_ms)
    VALUES (@id, @shop_id, @subject_kind, @subject_id, @kind, @data, @agent_id, @claimed_at_ms, @state,
      @judged_by_run, @judged_at_ms)
    ON CONFLICT (id) DO UPDATE SET data = excluded.data, claimed_at_ms = excluded.claimed_at_ms,
      state = excluded.state, judged_by_run = excluded.judged_by_run, judged_at_ms = excluded.judged_at_ms`);
  const selectOfKind = db.prepare<[string], ClaimRow>(/* sql */ `
    SELECT * FROM claims WHERE kind = ? AND state <> 'withdrawn' ORDER BY rowid DESC`);
  const withdraw = db.prepare<[string]>(`UPDATE claims SET state = 'withdrawn' WHERE id = ?`);
  const reopen = db.prepare<[string], Pick<ClaimRow, 'subject_kind' | 'subject_id'>>(/* sql */ `
    UPDATE claims SET state = 'open', judged_by_run = NULL, judged_at_ms = NULL
    WHERE judged_by_run = ? AND state IN ('proved', 'refuted') RETURNING subject_kind, subject_id`);
  const withdrawRepeated = db.prepare(/* sql */ `
    UPDATE claims SET state = 'withdrawn' WHERE state = 'open' AND EXISTS (SELECT 1 FROM claims later
      WHERE later.subject_kind = claims.subject_kind AND later.subject_id = claims.subject_id
        AND later.kind = claims.kind AND later.state = 'open' AND later.rowid > claims.rowid)`);

  function get(id: ClaimId): Claim | undefined {
    const row = select.get(id);
    return row && toClaim(row);
  }
  /** Adds the claim, or says it anew; whose it is and what it is about never changes. */
  function save(claim: Claim): void {
    upsert.run({
      id: claim.id,
      shop_id: claim.shopId,
      subject_kind: claim.subject.kind,
      subject_id: claim.subject.id,
      kind: claim.kind,
      data: JSON.stringify(claim.data),
      agent_id: claim.agentId,
      claimed_at_ms: claim.claimedAtMs,
      state: claim.state,
      judged_by_run: claim.judgedByRun,
      judged_at_ms: claim.judgedAtMs,
    });
  }

  return {
    undoable: undoableTable({
      table: 'claims',
      recorded: Claim,
      guarded: ['state', 'data', 'claimedAtMs'],
      get: (id) => get(id as ClaimId),
      save: (claim) => save(claim),
      // An undo withdraws the claim; that it was made stays known.
      remove: (id) => void withdraw.run(id),
    }),
    newId: (nowMs: EpochMs): ClaimId => newId(nowMs) as ClaimId,
    get,
    /** Of many subjects of one kind, the oldest claim first; without those that were withdrawn. */
    listOf: (kind: SubjectKind, ids: readonly string[]): Claim[] =>
      selectOf.all(JSON.stringify(ids), kind).map(toClaim),
    /** Of all subjects, the newest first; without those that were withdrawn. */
    listOfKind: (kind: ClaimKind): Claim[] => selectOfKind.all(kind).map(toClaim),
    listOpen: (): Claim[] => selectOpen.all().map(toClaim),
    save,
    /**
     * Opens again what the import judged, and says whose claims these are. Where one was said again meanwhile, the
     * later one alone is asked about.
     */
    reopen(runId: ImportRunId): SubjectRef[] {
      const opened = reopen.all(runId);
      if (opened.length > 0) withdrawRepeated.run();
      return opened.map((row) => asSubject(row.subject_kind, row.subject_id));
    },
  };
}

function toClaim(row: ClaimRow): Claim {
  return {
    id: row.id,
    shopId: row.shop_id,
    subject: asSubject(row.subject_kind, row.subject_id),
    kind: row.kind,
    // Written from the same type.
    data: JSON.parse(row.data) as Claim['data'],
    agentId: row.agent_id,
    claimedAtMs: row.claimed_at_ms,
    state: row.state,
    judgedByRun: row.judged_by_run,
    judgedAtMs: row.judged_at_ms,
  };
}
