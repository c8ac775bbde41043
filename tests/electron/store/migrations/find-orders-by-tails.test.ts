import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { createOrderList } from '../../../../electron/store/orders/order-list.ts';

const BEFORE = migrations.findIndex(({ name }) => name === 'find orders by tails');

describe('X1: a store from before tails were looked for', () => {
  it('finds the orders that it had by their tails, and says how far it is', () => {
    const db = openDatabase(':memory:');
    migrate(db, { target: BEFORE });
    db.exec(/* sql */ `
      INSERT INTO shops (id, platform, name, created_at_ms) VALUES ('shop', 'tmall', '甲店', 0);
      INSERT INTO orders (id, shop_id, no, status, receiver_mobile, updated_at_ms)
      VALUES ('one', 'shop', '3304370000000040291', 'paid', '13840234045', 0)`);
    const shares: number[] = [];
    migrate(db, { onProgress: (share) => shares.push(share) });
    expect(createOrderList(db).find('4045', 5)).toMatchObject([{ order: { id: 'one' }, by: 'mobileTail' }]);
    expect(shares.length).toBeGreaterThan(1);
  });
});
