import type { FileFormat } from '../../../shared/domain/import-run.ts';
import type { ItemRecord } from '../../../shared/domain/platform-record.ts';
import type { Row } from './export-row.ts';

type ItemRow = { readonly kind: 'record'; readonly record: ItemRecord };
type SummedField = 'goodsFen' | 'postageFen' | 'payableFen' | 'paidFen' | 'itemCount';

/** What each row says of its own goods only. A row of 京东 has the amounts of the whole order. */
const SUMMED: Partial<Record<FileFormat, readonly SummedField[]>> = {
  'douyin-orders': ['goodsFen', 'postageFen', 'payableFen', 'paidFen', 'itemCount'],
  'jd-orders': ['itemCount'],
};
/** No order has more sub-orders; a file that repeats one number forever must not fill the memory. */
const MAX_GROUP = 1000;

/**
 * A row of a 抖店 export carries the amounts of its sub-order only. The rows of one order follow each other, so their
 * sums are what the order as a whole owes; every row of the order then says the same.
 */
export function addUpSubOrders(rows: Iterable<Row>, format: FileFormat): Iterable<Row> {
  const summed = SUMMED[format];
  return summed === undefined ? rows : addUpGroups(rows, summed);
}

function* addUpGroups(rows: Iterable<Row>, summed: readonly SummedField[]): Generator<Row> {
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
  return row.kind === 'record' && row.record.kind === 'item'
    ? { kind: 'record', record: row.record }
    : undefined;
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

/** Where files were joined, a sub-order may come twice; it is owed once. */
function withoutRepeats(group: readonly ItemRow[]): readonly ItemRow[] {
  const seen = new Set<string>();
  return group.filter(({ record: { subNo } }) => {
    if (subNo === null) return true;
    const isFirst = !seen.has(subNo);
    seen.add(subNo);
    return isFirst;
  });
}
