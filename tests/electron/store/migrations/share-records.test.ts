import { describe, expect, it } from 'vitest';
import { createClaimStore } from '../../../../electron/store/claims/claim-store.ts';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';

type OldOrder = { readonly id: string; readonly status: string; readonly claimedAtMs: number | null };
type OldActivity = {
  readonly id: string;
  readonly orderId: string;
  readonly kind: string;
  readonly data?: object;
};

const ORDERS: readonly OldOrder[] = [
  { id: 'open', status: 'unpaid', claimedAtMs: 10 },
  { id: 'paid', status: 'paid', claimedAtMs: 20 },
  { id: 'refuted', status: 'unpaid', claimedAtMs: null },
  { id: 'undone', status: 'unpaid', claimedAtMs: null },
  { id: 'never', status: 'unpaid', claimedAtMs: null },
];

/** A store of the second version, in which a claim was a field of its order. */
function anOldStore(activities: readonly OldActivity[]): WritableDb {
  const db = openDatabase(':memory:');
  migrate(db, { target: 2 });
  db.exec(
    `INSERT INTO shops (id, platform, name, settings, created_at_ms) VALUES ('shop', 'tmall', '甲店', '{}', 0)`,
  );
  db.exec(`INSERT INTO agents (id, name, role, created_at_ms) VALUES ('agent', '小满', 'agent', 0)`);
  const insertOrder = db.prepare(/* sql */ `
    INSERT INTO orders (id, shop_id, no, status, claimed_paid_at_ms, updated_at_ms) VALUES (?, 'shop', ?, ?, ?, 99)`);
  for (const { id, status, claimedAtMs } of ORDERS) insertOrder.run(id, id, status, claimedAtMs);
  const insertActivity = db.prepare(/* sql */ `
    INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, import_run_id, data)
    VALUES (?, ?, ?, 'order', ?, ?, ?, ?)`);
  for (const [index, { id, orderId, kind, data }] of activities.entries()) {
    const isAgents = kind !== 'paid-claim-refuted';
    const by = isAgents ? ['agent', null] : [null, 'run'];
    insertActivity.run(id, index + 1, kind, orderId, ...by, JSON.stringify(data ?? {}));
  }
  migrate(db);
  return db;
}

const claimed = (id: string, orderId: string): OldActivity => ({
  id,
  orderId,
  kind: 'paid-claimed',
  data: { text: '客户说已付', changes: { [`order/${orderId}/claimedPaidAtMs`]: [null, 5] } },
});

describe('claims of payment in a store from before claims had a table', () => {
  const db = anOldStore([
    claimed('a1', 'open'),
    claimed('a2', 'paid'),
    claimed('a3', 'refuted'),
    { id: 'a4', orderId: 'refuted', kind: 'paid-claim-refuted' },
    claimed('a5', 'undone'),
    { id: 'a6', orderId: 'undone', kind: 'undone', data: { undoes: 'a5' } },
  ]);
  const claims = createClaimStore(db);
  const of = (id: string) => claims.listOf('order', [id]);

  it('are kept with what became of them', () => {
    expect(of('open')).toMatchObject([{ state: 'open', claimedAtMs: 1, agentId: 'agent', shopId: 'shop' }]);
    expect(of('paid')).toMatchObject([{ state: 'proved', judgedByRun: null, judgedAtMs: 99 }]);
    expect(of('refuted')).toMatchObject([{ state: 'refuted', judgedByRun: 'run', judgedAtMs: 4 }]);
    expect([...of('undone'), ...of('never')]).toEqual([]);
  });

  it('are found by the undo of the act that made them', () => {
    const select = db.prepare<[string], string>('SELECT data FROM activities WHERE id = ?').pluck();
    const [claim] = of('open');
    expect(JSON.parse(select.get('a1') ?? '')).toEqual({
      text: '客户说已付',
      changes: [{ table: 'claims', id: claim?.id, before: null, after: { id: claim?.id, state: 'open' } }],
    });
  });

  it('are opened again by the undo of the import that refuted them', () => {
    // The brand is that of the run's id.
    claims.reopen('run' as Parameters<typeof claims.reopen>[0]);
    expect(of('refuted')).toMatchObject([{ state: 'open', judgedByRun: null }]);
  });

  it('leave a sound store, in which an activity is never changed', () => {
    expect(verifyStore(db, 0).problems).toEqual([]);
    expect(() => db.exec(`UPDATE activities SET data = '{}'`)).toThrow('append-only');
  });
});
