import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ConcessionStore,
  createConcessionStore,
} from '../../../../electron/store/chasing/concession-store.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { Concession } from '../../../../shared/domain/chasing/concession.ts';
import type { AgentId, OrderId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aConcession, anExtra } from '../../../support/records/a-concession.ts';

const ORDER = 'order-1' as OrderId;
const ASKED: Concession = aConcession({
  id: 'asked',
  state: 'granted',
  atMs: 2000,
  request: { amountFen: 3000, reason: '老客', dueAtMs: 5000 },
  decision: { agentId: 'agent-1' as AgentId, atMs: 3000, note: null },
});

let db: WritableDb;
let store: ConcessionStore;
beforeEach(() => {
  ({ db } = createMemoryStore());
  insertShop(db);
  insertAgent(db);
  insertOrder(db);
  store = createConcessionStore(db);
});

describe('R10: what was conceded', () => {
  it('is kept with request and answer, in the order in which it was written, whatever the clock said', () => {
    const extra = { ...anExtra('免运费', 'refused'), atMs: 1000 };
    store.save(ASKED);
    store.save(extra);
    expect(store.listOf(ORDER)).toEqual([ASKED, extra]);
    expect(store.get(ASKED.id)).toEqual(ASKED);
  });

  it('changes in place, and an undo takes it away', () => {
    store.save(ASKED);
    store.save({ ...ASKED, state: 'offered' });
    expect(store.listOf(ORDER)).toEqual([{ ...ASKED, state: 'offered' }]);
    store.undoable.remove?.(ASKED.id, 0);
    expect(store.get(ASKED.id)).toBeUndefined();
  });

  it('is found by its order without a look at the others', () => {
    const plans = plansOf((explained) => createConcessionStore(explained).listOf(ORDER));
    expect(plans.join()).toContain('USING INDEX concessions_by_order');
  });
});
