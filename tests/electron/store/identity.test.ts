import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUuid, toUuid } from '../../../electron/store/id-text.ts';
import {
  customerIdOf,
  maskedCustomerIdOf,
  newId,
  newIdAfter,
  orderIdOf,
  shopIdOf,
} from '../../../electron/store/identity.ts';
import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([57])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('X6: ids are the same on every PC', () => {
  it('makes the same id of the same names, and another of others', () => {
    const shop = shopIdOf('tmall', '示例旗舰店');
    expect(shopIdOf('tmall', '示例旗舰店')).toBe(shop);
    expect(shopIdOf('taobao', '示例旗舰店')).not.toBe(shop);
    expect(UUID.exec(toUuid(orderIdOf(shop, '3304370000000000001')))?.[1]).toBe('5');
  });

  it('makes the ids that stores of older versions hold', () => {
    const shop = fromUuid('3f1d0e0a-5b1c-4f0f-9a3e-7d5c2b8a4e61') as ShopId;
    const order = orderIdOf(shop, '3304370000000000001');
    expect(toUuid(order)).toBe('b5c9a961-797f-59b8-990c-081da7780857');
    expect(toUuid(maskedCustomerIdOf(order))).toBe('4a716ce5-4df0-5693-8f68-4ef47ff84006');
  });

  it('keeps a long order number whole', () => {
    const shop = shopIdOf('tmall', '示例旗舰店');
    expect(orderIdOf(shop, '3304370000000000001')).not.toBe(orderIdOf(shop, '3304370000000000002'));
  });

  it('knows one person on Taobao and Tmall, and another on Douyin', () => {
    expect(customerIdOf('tmall', '山间一壶茶')).toBe(customerIdOf('taobao', '山间一壶茶'));
    expect(customerIdOf('douyin', '山间一壶茶')).not.toBe(customerIdOf('taobao', '山间一壶茶'));
  });

  it('never merges two masked people', () => {
    expect(maskedCustomerIdOf('a' as OrderId)).not.toBe(maskedCustomerIdOf('b' as OrderId));
  });

  it('sorts what people make by its time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 47 }),
        fc.integer({ min: 0, max: 1000 }),
        (atMs, laterMs) => {
          expect(newId(atMs) < newId(atMs + laterMs)).toBe(true);
          expect(UUID.exec(toUuid(newId(atMs)))?.[1]).toBe('7');
        },
      ),
    );
  });

  it('counts on where the clock stands still or was set back', () => {
    const ids = [2000, 2000, 2000, 1000, 3].map(newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('comes behind an id of another thread, whose clock was ahead', () => {
    const other = newId(2 ** 46).replace(/.$/, '~');
    expect(newIdAfter(other, 5) > other).toBe(true);
    expect(newIdAfter('', 5) > other).toBe(true);
  });
});
