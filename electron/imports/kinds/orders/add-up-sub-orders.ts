import type { ItemRecord, PlatformRecord } from '../../../../shared/domain/subjects/platform-record.ts';
import type { Row } from '../../reading/export-row.ts';

type ItemRow = { readonly kind: 'record'; readonly record: ItemRecord };
export type SummedField = 'goodsFen' | 'postageFen' | 'payableFen' | 'paidFen' | 'itemCount';

/** No order has more sub-orders; a file that repeats one number forever must not fill the memory. */
const MAX_GROUP = 1000;

/**
 * A row of a 抖店 export carries the amounts of its sub-order only. The rows of one order follow each other, so their
 * sums are what the order as a whole owes; every row of the order then says the same.
 */
export function* addUpSubOrders(rows: Iterable<Row>, summed: readonly SummedField[]): Generator<Row> {
  let group: ItemRow[] = [];
  for (const row of rows) {
    const item = asItem(row);
    const isNext = item !== undefined && item.record.no === group[0]?.record.no;
    if (!isNext || group.length >= MAX_GROUP) {
      yield* addUp(group, summed);
      group = [];
    }
    if (item) group.push(item);
    else yield row;
  }
  yield* addUp(group, summed);
}

function asItem(row: Row): ItemRow | undefined {
  if (row.kind !== 'record') return undefined;
  // The rows of an order format are read by `createReadOrderRow`.
  const record = row.record as PlatformRecord;
  return record.kind === 'item' ? { kind: 'record', record } : undefined;
}

function addUp(group: readonly ItemRow[], summed: readonly SummedField[]): readonly Row[] {
  if (group.length < 2) return group;
  const goods = withoutRepeats(group);
  const totals: Partial<Record<SummedField, number | null>> = {};
  for (const field of summed) {
    const parts = goods.map(({ record }) => record.order[field]);
    if (parts.every((part) => part === undefined)) continue;
    const known = parts.filter((part) => typeof part === 'number');
    totals[field] = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
  }
  const titles = goods
    .map(({ record }) => record.order.itemTitle)
    .filter((title) => typeof title === 'string');
  const together = titles.length === 0 ? {} : { itemTitle: titles.join('，') };
  return group.map(({ record }) => ({
    kind: 'record',
    record: { ...record, order: { ...record.order, ...totals, ...together } },
  }));
}

/** A sub-order may come twice where files were joined; it is owed once. */
function withoutRepeats(group: readonly ItemRow[]): readonly ItemRow[] {
  const seen = new Set<string>();
  return group.filter(({ record: { subNo } }) => {
    if (subNo === null) return true;
    const isFirst = !seen.has(subNo);
    seen.add(subNo);
    return isFirst;
  });
}
