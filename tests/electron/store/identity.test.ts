import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customerIdOf,
  maskedCustomerIdOf,
  newId,
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
    expect(UUID.exec(orderIdOf(shop, '3304370000000000001'))?.[1]).toBe('5');
  });

  it('makes the ids that stores of older versions hold', () => {
    expect(orderIdOf('3f1d0e0a-5b1c-4f0f-9a3e-7d5c2b8a4e61' as ShopId, '3304370000000000001')).toBe(
      'b5c9a961-797f-59b8-990c-081da7780857',
    );
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
        fc.integer({ min: 1, max: 1000 }),
        (atMs, laterMs) => {
          expect(newId(atMs) < newId(atMs + laterMs)).toBe(true);
          expect(UUID.exec(newId(atMs))?.[1]).toBe('7');
        },
      ),
    );
  });
});
