import fc from 'fast-check';
import { ORDER_STATUSES } from '../../../shared/domain/orders/order.ts';
import type { PlatformRecord } from '../../../shared/domain/subjects/platform-record.ts';
import { anItemRecord, anOrderRecord } from './import-harness.ts';

const no = fc.constantFrom('1', '2', '3');
const text = fc.option(fc.constantFrom('甲', '乙', '甲*'), { nil: null });
const amount = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null });

const columns = {
  status: fc.constantFrom(...ORDER_STATUSES),
  customerNick: text,
  customerDisplayName: text,
  memo: text,
  trackingNo: text,
  payableFen: amount,
};
const itemColumns = {
  title: text,
  sku: text,
  quantity: amount,
  refundFen: amount,
};

function someOf(all: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc
    .subarray(Object.keys(all))
    .map((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, all[key] ?? fc.constant(null)]))));
}

const orderFile = someOf(columns).chain((fields) =>
  fc.array(
    fc.tuple(no, fields).map(([number, values]): PlatformRecord => anOrderRecord(number, values)),
    { minLength: 1, maxLength: 6 },
  ),
);
const byOrder = (a: PlatformRecord, b: PlatformRecord) => a.no.localeCompare(b.no);

// Exports list the goods of an order together; only numbered ones are also tried scattered.
const itemFile = fc
  .tuple(someOf(columns), someOf(itemColumns), fc.boolean())
  .chain(([order, item, isNumbered]) =>
    fc
      .array(
        fc
          .tuple(no, order, item, fc.constantFrom('901', '902', '903'))
          .map(
            ([number, orderValues, itemValues, subNo]): PlatformRecord =>
              anItemRecord(number, itemValues, { order: orderValues, subNo: isNumbered ? subNo : null }),
          ),
        { minLength: 1, maxLength: 6 },
      )
      .map((records) => (isNumbered ? records : records.toSorted(byOrder))),
  );

/** The records of one file, of either kind, with the same columns in every row. */
export const anyFileOfRecords: fc.Arbitrary<PlatformRecord[]> = fc.oneof(orderFile, itemFile);
