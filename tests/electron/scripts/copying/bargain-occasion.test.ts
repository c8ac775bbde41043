import { beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../../electron/modules.ts';
import { createOccasionLookUp } from '../../../../electron/scripts/copying/script-occasion.ts';
import type { ConcessionState } from '../../../../shared/domain/chasing/concession.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import type { ScriptIntent } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { aConcession } from '../../../support/records/a-concession.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 10:00');
const ORDER = 'order-1' as OrderId;

let stores: ReturnType<typeof createStores>;
beforeEach(() => {
  const { db } = createMemoryStore();
  insertShop(db);
  insertAgent(db);
  insertOrder(db);
  stores = createStores(db);
});

const lookUp = (intent: ScriptIntent = {}) =>
  createOccasionLookUp({ ...stores, endsOf: () => () => null })(
    { orderId: ORDER, taskId: null, reason: null, ...intent },
    '小满',
    NOW,
  );
const concede = (state: ConcessionState) => stores.concessions.save(aConcession({ state }));

describe('R10 X3: scripts follow the bargaining', () => {
  it('as soon as the agent says that the customer bargains', () => {
    expect(lookUp().situation.stages).not.toContain('bargain');
    expect(lookUp({ isBargaining: true }).situation).toMatchObject({
      stages: ['bargain'],
      step: 'hold-price',
    });
  });

  it('as long as the customer has not answered, with the offer filled in', () => {
    concede('offered');
    expect(lookUp()).toMatchObject({
      situation: { stages: ['bargain'], step: 'concede-first' },
      values: { 优惠: '立减3元' },
    });
  });

  it('and are about the order again once the customer has accepted, the offer still at hand', () => {
    concede('accepted');
    expect(lookUp().situation.stages).not.toContain('bargain');
    expect(lookUp().values.优惠).toBe('立减3元');
  });
});

describe('P2 X3: a time that is being typed', () => {
  it('fills the script before it is on record', () => {
    expect(lookUp().values.约定时间).toBeUndefined();
    expect(lookUp({ agreedAtMs: beijing('2026-06-10 20:30') }).values.约定时间).toBe('今天20:30');
  });
});
