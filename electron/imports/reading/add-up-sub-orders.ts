import type { ItemRecord } from '../../../shared/domain/platform-record.ts';
import type { Row } from './export-row.ts';

type ItemRow = { readonly kind: 'record'; readonly record: ItemRecord };
type SummedField = 'goodsFen' | 'postageFen' | 'payableFen' | 'paidFen' | 'itemCount';

const SUMMED: readonly SummedField[] = ['goodsFen', 'postageFen', 'payableFen', 'paidFen', 'itemCount'];
/** No order has more sub-orders; a file that repeats one number forever must not fill the memory. */
const MAX_GROUP = 1000;

/**
 * A row of a 抖店 export carries the amounts of its sub-order only. The rows of one order follow each other, so their
 * sums are what the order as a whole owes; every row of the order then says the same.
 */
export function* addUpSubOrders(rows: Iterable<Row>): Generator<Row> {
  let group: ItemRow[] = [];
  for (const row of rows) {
    const item = asItem(row);
    const isNext = item !== undefined && item.record.no === group[0]?.record.no;
    if (!isNext || group.length >= MAX_GROUP) {
      yield* addUp(group);
      group = [];
    }
    if (item) group.push(item);
    else yield row;
  }
  yield* addUp(group);
}

function asItem(row: Row): ItemRow | undefined {
  return row.kind === 'record' && row.record.kind === 'item'
    ? { kind: 'record', record: row.record }
    : undefined;
}

function addUp(group: readonly ItemRow[]): readonly Row[] {
  if (group.length < 2) return group;
  const totals: Partial<Record<SummedField, number | null>> = {};
  for (const field of SUMMED) {
    const parts = group.map(({ record }) => record.order[field]);
    if (parts.every((part) => part === undefined)) continue;
    const known = parts.filter((part) => typeof part === 'number');
    totals[field] = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
  }
  const titles = group
    .map(({ record }) => record.order.itemTitle)
    .filter((title) => typeof title === 'string');
  const together = titles.length === 0 ? {} : { itemTitle: titles.join('，') };
  return group.map(({ record }) => ({
    kind: 'record',
    record: { ...record, order: { ...record.order, ...totals, ...together } },
  }));
}
