import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeOrder,
  type OrderPart,
  type OrderState,
} from '../../../../../electron/imports/kinds/orders/merging/merge-order.ts';
import {
  ORDER_STATUS_RANK,
  ORDER_STATUSES,
  type OrderField,
  OrderFields,
} from '../../../../../shared/domain/orders/order.ts';
import { anOrder } from '../../../../support/records/an-order.ts';

// The shape is the schema's, so the keys are exactly the fields.
const ORDER_FIELDS = Object.keys(OrderFields.shape) as OrderField[];

function part(fields: Partial<OrderFields>, overrides: Partial<OrderPart> = {}): OrderPart {
  return { fields, extra: {}, ...overrides };
}

function merged(known: OrderState | null, ...parts: readonly OrderPart[]): OrderState {
  const result = parts.reduce<OrderState | null>((state, next) => {
    const merge = mergeOrder(state, next);
    return merge.kind === 'unchanged' ? state : merge.after;
  }, known);
  if (!result) throw new Error('Nothing was merged');
  return result;
}

describe('X4: what a row makes of an order', () => {
  it('keeps what the file has no column for', () => {
    expect(merged(anOrder({ receiverName: '林小满' }), part({ paidFen: 8800 })).receiverName).toBe('林小满');
  });

  it('does not erase by an empty cell, but for what agents empty themselves', () => {
    const known = anOrder({ receiverName: '林小满', memo: '加急', memoTag: '急', flag: 'red' });
    const after = merged(
      known,
      part({ status: 'unpaid', receiverName: null, memo: null, memoTag: null, flag: null }),
    );
    expect(after).toMatchObject({ receiverName: '林小满', memo: null, memoTag: null, flag: null });
  });

  it('Q11: keeps the seconds that a copy saved by Excel has lost', () => {
    const known = anOrder({ status: 'paid', placedAtMs: 90_000, paidAtMs: 61_000 });
    expect(mergeOrder(known, part({ placedAtMs: 60_000, paidAtMs: 60_000 })).kind).toBe('unchanged');
    expect(merged(known, part({ placedAtMs: 120_000 })).placedAtMs).toBe(120_000);
  });

  it('does not hide a name that is known', () => {
    const known = anOrder({ customerNick: '山间一壶茶', receiverMobile: '139****0001' });
    const after = merged(known, part({ customerNick: '山**茶', receiverMobile: '13900000001' }));
    expect(after).toMatchObject({ customerNick: '山间一壶茶', receiverMobile: '13900000001' });
  });

  it('learns a name from an older export when only a masked one is known', () => {
    const known = anOrder({ status: 'shipped', customerNick: '山**茶' });
    expect(merged(known, part({ status: 'paid', customerNick: '山间一壶茶' })).customerNick).toBe(
      '山间一壶茶',
    );
  });

  it('takes an asterisk in a title for what it is', () => {
    expect(merged(anOrder({ itemTitle: '毛巾' }), part({ itemTitle: '毛巾 30*70cm' })).itemTitle).toBe(
      '毛巾 30*70cm',
    );
  });

  it('only fills gaps from a row that lies behind', () => {
    const known = anOrder({ status: 'shipped', memo: '新备注', carrier: null });
    const after = merged(known, part({ status: 'paid', memo: null, carrier: '申通快递', payableFen: 1 }));
    expect(after).toMatchObject({ status: 'shipped', memo: '新备注', carrier: '申通快递', payableFen: 8800 });
  });

  it.each([
    ['unpaid', 'paid', 'paid'],
    ['paid', 'unpaid', 'paid'],
    ['paid', 'closed', 'closed'],
    ['shipped', 'closed', 'closed'],
    ['completed', 'closed', 'completed'],
    ['closed', 'completed', 'closed'],
    ['closed', 'paid', 'closed'],
  ] as const)('moves from %s by a row that says %s to %s', (before, said, after) => {
    expect(merged(anOrder({ status: before }), part({ status: said })).status).toBe(after);
  });

  it('takes the platform’s words only together with its status', () => {
    const known = anOrder({ status: 'completed', platformStatus: '交易成功' });
    expect(merged(known, part({ status: 'closed', platformStatus: '交易关闭' })).platformStatus).toBe(
      '交易成功',
    );
  });

  it.each([
    [{ paidAtMs: 5 }, 'paid'],
    [{ paidAtMs: 5, shippedAtMs: 6 }, 'shipped'],
    [{ paidAtMs: 5, completedAtMs: 7 }, 'completed'],
    [{ paidFen: 100 }, 'paid'],
    [{ paidFen: 0 }, 'unknown'],
    [{ closeReason: '买家不想买' }, 'closed'],
    [{}, 'unknown'],
    [{ status: 'unpaid', closeReason: '买家误拍或重拍' }, 'closed'],
  ] as const)('reads the status from what has happened: %o is %s', (fields, status) => {
    expect(merged(null, part(fields)).status).toBe(status);
    expect(merged(anOrder({ status: 'unpaid' }), part(fields)).status).toBe(
      status === 'unknown' ? 'unpaid' : status,
    );
  });

  it('knows an older export without a status column by a time that it lacks', () => {
    const known = anOrder({ status: 'shipped', paidAtMs: 5, shippedAtMs: 6, memo: '新' });
    expect(merged(known, part({ paidAtMs: 5, shippedAtMs: null, memo: '旧' })).memo).toBe('新');
  });

  it('never touches what belongs to the agent', () => {
    const known = anOrder({ chaseStoppedAtMs: 8, closesAtMs: 7, agreedPayAtMs: 6 });
    const { changes } = { changes: {}, ...mergeOrder(known, part({ status: 'paid', paidAtMs: 10 })) };
    expect(Object.keys(changes).toSorted()).toEqual(['paidAtMs', 'status']);
  });

  it('says what changed as before and after', () => {
    expect(mergeOrder(anOrder(), part({ status: 'paid' }))).toMatchObject({
      kind: 'changed',
      changes: { status: ['unpaid', 'paid'] },
    });
  });

  it('keeps columns that it does not know', () => {
    const known = anOrder({ extra: { 返点积分: '0' } });
    expect(merged(known, part({}, { extra: { 定金排名: '3', 返点积分: '' } })).extra).toEqual({
      返点积分: '0',
      定金排名: '3',
    });
  });
});

const text = fc.option(fc.constantFrom('甲', '乙', '甲*', '丙**'), { nil: null });
const number = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
const instant = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
const columns = {
  status: fc.option(fc.constantFrom(...ORDER_STATUSES), { nil: null }),
  platformStatus: text,
  closeReason: text,
  customerNick: text,
  receiverName: text,
  memo: text,
  flag: fc.option(fc.constantFrom('red' as const, 'blue' as const), { nil: null }),
  paidAtMs: instant,
  shippedAtMs: instant,
  completedAtMs: instant,
  paidFen: number,
  payableFen: number,
  trackingNo: text,
};
const anyFields: fc.Arbitrary<Partial<OrderFields>> = fc.record(columns, { requiredKeys: [] });
const fileColumns = { ...columns, status: fc.constantFrom(...ORDER_STATUSES) };
// The rows of one file have the same columns, and a status column is filled in every row.
const anyFile = fc
  .subarray(Object.keys(columns) as (keyof typeof columns)[], { minLength: 1 })
  .chain((keys) =>
    fc.array(fc.record(Object.fromEntries(keys.map((key) => [key, fileColumns[key]]))), {
      minLength: 1,
      maxLength: 4,
    }),
  );
const anyPart: fc.Arbitrary<OrderPart> = fc.record(
  {
    fields: anyFields,
    extra: fc.dictionary(fc.constantFrom('甲', '乙'), fc.constantFrom('', '1', '2')),
  },
  { requiredKeys: ['fields', 'extra'] },
);

describe('X4: properties of merging', () => {
  it('changes nothing when the same row comes again', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 4 }), anyPart, (before, row) => {
        const known = merged(null, ...before, row);
        expect(mergeOrder(known, row)).toEqual({ kind: 'unchanged' });
      }),
    );
  });

  it('changes nothing when a file that repeats an order is read again', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 3 }), anyFile, (old, rows) => {
        const file = rows.map((fields, index) => part(fields, { isRepeat: index > 0 }));
        const once = merged(null, ...old, ...file);
        expect(merged(once, ...file)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('never erases anything but memo and flag, and never moves back', () => {
    fc.assert(
      fc.property(anyPart, anyPart, (first, second) => {
        const before = merged(null, first);
        const after = merged(before, second);
        expect(ORDER_STATUS_RANK[after.status]).toBeGreaterThanOrEqual(ORDER_STATUS_RANK[before.status]);
        for (const field of ORDER_FIELDS) {
          if (field === 'memo' || field === 'flag' || before[field] === null) continue;
          expect(after[field]).not.toBeNull();
        }
      }),
    );
  });

  it('gives the same order whichever of an old and a new export comes first', () => {
    const older = fc.record({
      status: fc.constant('paid' as const),
      memo: text,
      trackingNo: text,
      payableFen: number,
    });
    const newer = fc.record({
      status: fc.constant('shipped' as const),
      trackingNo: text,
      payableFen: number,
    });
    fc.assert(
      fc.property(older, newer, (old, fresh) => {
        expect(merged(null, part(old), part(fresh))).toEqual(merged(null, part(fresh), part(old)));
      }),
    );
  });
});
