import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import type { Migration } from './migration.ts';

const TABLES_SQL = /* sql */ `
  CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    agent_id TEXT REFERENCES agents (id),
    claimed_at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    judged_by_run TEXT,
    judged_at_ms INTEGER
  ) STRICT;
  CREATE INDEX claims_by_subject ON claims (subject_kind, subject_id);
  -- An import reads the open ones, an undone import those that it judged.
  CREATE INDEX claims_open ON claims (claimed_at_ms) WHERE state = 'open';
  CREATE INDEX claims_by_run ON claims (judged_by_run) WHERE judged_by_run IS NOT NULL;

  -- One row for each source that names the time; the strongest of them counts.
  CREATE TABLE deadlines (
    id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    -- What it was before it was moved.
    original_at_ms INTEGER,
    reason TEXT,
    agent_id TEXT REFERENCES agents (id),
    set_at_ms INTEGER NOT NULL,
    import_run_id TEXT,
    UNIQUE (subject_kind, subject_id, kind, source)
  ) STRICT;

  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT,
    priority TEXT NOT NULL,
    channel TEXT NOT NULL,
    step TEXT NOT NULL,
    step_since_ms INTEGER NOT NULL,
    step_due_at_ms INTEGER,
    state TEXT NOT NULL,
    waiting_on TEXT,
    waiting_since_ms INTEGER,
    next_check_at_ms INTEGER,
    told_at_ms INTEGER,
    owner_id TEXT REFERENCES agents (id),
    opened_by_id TEXT REFERENCES agents (id),
    opened_at_ms INTEGER NOT NULL,
    cause TEXT,
    cause_note TEXT,
    satisfaction TEXT,
    result TEXT,
    cost_fen INTEGER,
    closed_at_ms INTEGER,
    closed_by_id TEXT REFERENCES agents (id),
    updated_at_ms INTEGER NOT NULL,
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
    CHECK ((state = 'waiting') = (waiting_on IS NOT NULL)),
    -- Nothing waits without a next look.
    CHECK ((state = 'waiting') = (next_check_at_ms IS NOT NULL)),
    CHECK (state IN ('waiting', 'closed') OR step_due_at_ms IS NOT NULL),
    CHECK ((state = 'closed') = (closed_at_ms IS NOT NULL))
  ) STRICT;
  CREATE INDEX cases_live ON cases (shop_id) WHERE is_live = 1;
  CREATE TABLE case_links (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    PRIMARY KEY (case_id, subject_kind, subject_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_links_by_subject ON case_links (subject_kind, subject_id);
  CREATE TABLE case_steps (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    step TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    agent_id TEXT REFERENCES agents (id),
    text TEXT,
    waiting_on TEXT,
    due_at_ms INTEGER,
    outcome TEXT
  ) STRICT;
  CREATE INDEX case_steps_by_case ON case_steps (case_id, at_ms);

  CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT,
    source TEXT NOT NULL,
    message_ref TEXT,
    file_name TEXT,
    sha256 TEXT,
    said_at_ms INTEGER,
    said_by TEXT NOT NULL,
    agent_id TEXT REFERENCES agents (id),
    at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX evidence_by_subject ON evidence (subject_kind, subject_id, at_ms);

  CREATE TABLE contact_attempts (
    id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    is_reached INTEGER NOT NULL CHECK (is_reached IN (0, 1)),
    said TEXT,
    next_try_at_ms INTEGER,
    agent_id TEXT REFERENCES agents (id),
    at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX contact_attempts_by_subject ON contact_attempts (subject_kind, subject_id, at_ms);
`;

/** Claims, deadlines, cases, evidence and contact attempts: about any subject, so that every duty finds them there. */
export const shareRecords: Migration = {
  name: 'share records',
  work: 6,
  up(db) {
    db.exec(TABLES_SQL);
    // Claims move to a table of their own, and an undo of the act that made one has to find it there.
    db.exec('DROP TRIGGER activities_are_never_changed');
    moveClaims(db);
    db.exec(/* sql */ `
      CREATE TRIGGER activities_are_never_changed BEFORE UPDATE ON activities
        BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
      ALTER TABLE orders DROP COLUMN claimed_paid_at_ms`);
  },
};

type ClaimActivity = {
  readonly id: string;
  readonly kind: 'paid-claimed' | 'paid-claim-refuted';
  readonly at_ms: number;
  readonly agent_id: string | null;
  readonly run_id: string | null;
  readonly data: string;
  readonly order_id: string;
  readonly shop_id: string;
  readonly is_unpaid: 0 | 1;
  readonly claimed_at_ms: number | null;
  readonly updated_at_ms: number;
};
/** As the migration before this one has left them. */
type Change = {
  readonly table: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Makes a claim of each time that orders and activities say a customer named a payment. */
function moveClaims(db: WritableDb): void {
  const activities = db.prepare<[], ClaimActivity>(/* sql */ `
    SELECT a.id, a.kind, a.at_ms, a.agent_id, a.import_run_id AS run_id, a.data, o.id AS order_id, o.shop_id,
      o.status = 'unpaid' AS is_unpaid, o.claimed_paid_at_ms AS claimed_at_ms, o.updated_at_ms
    FROM activities a JOIN orders o ON o.id = a.subject_id
    WHERE a.kind IN ('paid-claimed', 'paid-claim-refuted') AND a.subject_kind = 'order'
      AND NOT EXISTS (SELECT 1 FROM activities u WHERE u.subject_kind = 'order' AND u.subject_id = a.subject_id
        AND u.kind = 'undone' AND json_extract(u.data, '$.undoes') = a.id)
      AND NOT EXISTS (SELECT 1 FROM import_runs r WHERE r.id = a.import_run_id AND r.undone_at_ms IS NOT NULL)
    ORDER BY a.id`);
  const insert = db.prepare<(string | number | null)[]>(/* sql */ `
    INSERT INTO claims (id, shop_id, subject_kind, subject_id, kind, data, agent_id, claimed_at_ms, state,
      judged_by_run, judged_at_ms)
    VALUES (?, ?, 'order', ?, 'paid', '{}', ?, ?, ?, ?, ?)`);
  const rewrite = db.prepare<[string, string]>('UPDATE activities SET data = ? WHERE id = ?');
  for (const acts of Map.groupBy(activities.all(), (activity) => activity.order_id).values()) {
    for (const [index, act] of acts.entries()) {
      if (act.kind !== 'paid-claimed') continue;
      const id = newId(act.at_ms);
      const { state, runId, atMs } = verdictIn(act, acts[index + 1]);
      insert.run(id, act.shop_id, act.order_id, act.agent_id, act.at_ms, state, runId, atMs);
      rewrite.run(claimingData(act, id), act.id);
    }
  }
}

/** An undo of the act withdraws the claim now, where it emptied a field of the order. */
function claimingData({ data, order_id }: ClaimActivity, claimId: string): string {
  // Written by the migration before this one.
  const facts = JSON.parse(data) as { readonly changes?: readonly Change[] };
  const others = (facts.changes ?? []).filter(({ table, id }) => table !== 'orders' || id !== order_id);
  const claim = { table: 'claims', id: claimId, before: null, after: { id: claimId, state: 'open' } };
  return JSON.stringify({ ...facts, changes: [...others, claim] });
}

function verdictIn(claim: ClaimActivity, next: ClaimActivity | undefined) {
  if (next?.kind === 'paid-claim-refuted') return { state: 'refuted', runId: next.run_id, atMs: next.at_ms };
  // Said again, or taken back by something that left no trace here.
  if (next || claim.claimed_at_ms === null) return { state: 'withdrawn', runId: null, atMs: null };
  if (claim.is_unpaid === 1) return { state: 'open', runId: null, atMs: null };
  return { state: 'proved', runId: null, atMs: claim.updated_at_ms };
}
