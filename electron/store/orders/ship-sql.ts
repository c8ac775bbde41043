import { FAST_COLUMNS } from '../../../shared/domain/shipping/fast-goods.ts';
import { PRESALE_DATES, PRESALE_FLAGS, PRESALE_WORDS } from '../../../shared/domain/shipping/presale.ts';
import { toExtraName } from './extra-text.ts';

const cell = (name: string) => `trim(extra ->> '$."${toExtraName(name)}"')`;
const words = PRESALE_WORDS.map((word) => `'${word}'`).join(', ');

/** `isPresale` of the domain, in SQL. */
export const PRESALE_SQL = [
  ...PRESALE_FLAGS.map((name) => `${cell(name)} IN (${words})`),
  ...PRESALE_DATES.map((name) => `${cell(name)} GLOB '[0-9]*'`),
].join(' OR ');

const FAST_TEXTS_SQL = ['item_title', 'merchant_code', ...FAST_COLUMNS.map(cell)]
  .map((text) => `coalesce(${text}, '')`)
  .join(' || char(10) || ');
/** `isFast` of the domain, in SQL. */
const FAST_SQL = /* sql */ `EXISTS (SELECT 1 FROM json_each(shop.value -> 'fastWords') AS word
  WHERE instr(replace(${FAST_TEXTS_SQL}, ' ', ''), word.value) > 0)`;

const RULED_AT_SQL = /* sql */ `paid_at_ms + CASE WHEN ${PRESALE_SQL} THEN shop.value ->> 'presaleMs'
  WHEN ${FAST_SQL} THEN shop.value ->> 'fastMs' ELSE shop.value ->> 'promiseMs' END`;
const PROMISES_SQL = ['presaleMs', 'fastMs', 'promiseMs']
  .map((name) => `shop.value ->> '${name}'`)
  .join(', ');

/**
 * O4: paid orders whose file names no end, after the one moment and until the other by the rule of their shop. Written as a
 * span of the times of payment first, which the index answers; few are left of which the row is looked at.
 */
export const ruledShipSql = (
  column: 'key' | 'id',
  { after, until }: { after: string; until: string },
) => /* sql */ `
  SELECT orders.${column}, ${RULED_AT_SQL} AS at_ms FROM json_each(@promises) AS shop
  CROSS JOIN orders INDEXED BY orders_to_ship_by_rule ON shop_id = shop.value ->> 'shopId'
    AND status = 'paid' AND ship_deadline_at_ms IS NULL
    AND paid_at_ms > ${after} - max(${PROMISES_SQL})
    AND paid_at_ms <= ${until} - min(${PROMISES_SQL})
  WHERE ${RULED_AT_SQL} > ${after} AND ${RULED_AT_SQL} <= ${until}`;
