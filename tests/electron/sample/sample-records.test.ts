import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../../electron/sample/sample-records.ts';
import { OrderFields } from '../../../shared/domain/orders/order.ts';
import { HOUR } from '../../../shared/time/durations.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');

describe('the sample shop', () => {
  const records = sampleRecords(NOW);
  const orders = records.filter((record) => record.kind === 'order');

  it('has orders of every status, so that each screen has something to show', () => {
    expect(new Set(orders.map(({ fields }) => fields.status)).size).toBe(5);
  });

  it('has orders to chase now and orders to chase soon', () => {
    const unpaid = orders.filter(({ fields }) => fields.status === 'unpaid');
    const ages = unpaid.map(({ fields }) => NOW - (fields.placedAtMs ?? 0));
    expect(ages.some((age) => age > HOUR / 4)).toBe(true);
    expect(ages.some((age) => age < HOUR / 4)).toBe(true);
    expect(orders.every(({ fields }) => (fields.placedAtMs ?? NOW + 1) <= NOW)).toBe(true);
  });

  it('gives every order its own number and an item of the same order', () => {
    expect(new Set(orders.map(({ no }) => no)).size).toBe(orders.length);
    const items = records.filter((record) => record.kind === 'item');
    expect(items.map(({ no }) => no)).toEqual(orders.map(({ no }) => no));
  });

  it('holds only values that an export could hold', () => {
    for (const { fields } of orders) expect(OrderFields.partial().safeParse(fields).success).toBe(true);
  });
});
