import { beforeEach, describe, expect, it } from 'vitest';
import { namedBy } from '../../../electron/palette/named-by.ts';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { createOrderList } from '../../../electron/store/orders/order-list.ts';
import { createOrderStore } from '../../../electron/store/orders/order-store.ts';
import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';

const ORDERS_SINCE = 3001;

let db: WritableDb;
beforeEach(() => {
  ({ db } = createMemoryStore());
  insertShop(db);
  const cat = insertCustomer(db, { id: 'cat' as CustomerId, nick: '爱吃小饼干的猫' });
  const cloud = insertCustomer(db, { id: 'cloud' as CustomerId, nick: '云上' });
  insertOrder(db, {
    no: '3320260610000040291',
    customerId: cat.id,
    customerNick: cat.nick,
    receiverMobile: '13840234045',
  });
  insertOrder(db, {
    id: 'order-2' as OrderId,
    no: '3320260610000077777',
    customerId: cloud.id,
    customerNick: cloud.nick,
    receiverPhone: '0571-88880000',
    placedAtMs: PLACED_AT_MS + 1,
  });
});

async function idsBy(text: string): Promise<OrderId[]> {
  const list = createOrderList(db);
  const findOrders = async (words: string, atMost: number) => list.find(words, atMost);
  return (await namedBy(text, { orders: createOrderStore(db), findOrders })).map(({ id }) => id);
}

/** Paid ones of another customer, `count` of them. */
function insertLaterOrders(count: number): void {
  insertCustomer(db, { id: 'dog' as CustomerId, nick: '清晨的狗先生' });
  db.prepare(/* sql */ `
    WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ? - 1)
    INSERT INTO orders (id, shop_id, no, customer_id, customer_nick, status, placed_at_ms, updated_at_ms)
    SELECT 'later-' || n, 'shop-1', '33202606110000' || (100000 + n), 'dog', '清晨的狗先生', 'paid', ? + n, 0 FROM counted`).run(
    count,
    PLACED_AT_MS + 1000,
  );
}

describe('A3 of the shift: orders by what customers call them', () => {
  it('are found by the tail of the number, the whole phone or its tail, and part of a nick', async () => {
    expect(await idsBy('040291')).toEqual(['order-1']);
    expect(await idsBy('13840234045')).toEqual(['order-1']);
    expect(await idsBy('234045')).toEqual(['order-1']);
    expect(await idsBy('88880000')).toEqual(['order-2']);
    expect(await idsBy('小饼干')).toEqual(['order-1']);
    expect(await idsBy('%')).toEqual([]);
    expect(await idsBy('999999')).toEqual([]);
  });

  it('are found however many came since', async () => {
    db.prepare("UPDATE orders SET status = 'shipped'").run();
    insertLaterOrders(ORDERS_SINCE);
    expect(await idsBy('040291')).toEqual(['order-1']);
    expect(await idsBy('234045')).toEqual(['order-1']);
    expect(await idsBy('88880000')).toEqual(['order-2']);
    expect(await idsBy('小饼干')).toEqual(['order-1']);
  });

  it('the newest first, of a customer who has ordered more often than anybody scrolls', async () => {
    insertLaterOrders(100);
    expect((await idsBy('清晨的狗先生'))[0]).toBe('later-99');
    expect((await idsBy('狗先生'))[0]).toBe('later-99');
  });

  it('are not named by a product or an amount', async () => {
    insertOrder(db, { id: 'cup' as OrderId, no: '77', itemTitle: '云朵保温杯', payableFen: 12_345_600 });
    expect(await idsBy('保温杯')).toEqual([]);
    expect(await idsBy('123456')).toEqual([]);
  });
});
