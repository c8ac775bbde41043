import type { ShopId } from '../../../shared/domain/ids.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';

type Filter = { readonly shopId: ShopId | null; readonly text: string };
type Over = { readonly total: number; readonly refundFen: number };
type Page = Filter & { readonly offset: number; readonly limit: number };

/** Everything that is read for a line of the list. */
const READ = ['refunds', 'orders', 'order_items', 'deadlines', 'claims', 'settings', 'shops'];

const MATCHES_SQL = /* sql */ `is_open = 0 AND (@shopId IS NULL OR shop_id = @shopId)
  AND (@text = '' OR instr(coalesce(refund_no, ''), @text) OR instr(coalesce(order_no, ''), @text)
    OR instr(coalesce(customer_nick, ''), @text) OR instr(coalesce(item_title, ''), @text)
    OR instr(coalesce(return_tracking_no, ''), @text))`;

/** Which refunds the list shows: few are open, and those that are over come a page at a time. */
export function createRefundListStore(db: WritableDb) {
  const selectOpen = db.prepare<[], RefundId>('SELECT id FROM refunds WHERE is_open = 1').pluck();
  const selectOver = db
    .prepare<[Page], RefundId>(/* sql */ `
      SELECT id FROM refunds INDEXED BY refunds_over WHERE ${MATCHES_SQL}
      ORDER BY coalesce(ended_at_ms, refunded_at_ms, applied_at_ms, first_seen_at_ms) DESC
      LIMIT @limit OFFSET @offset`)
    .pluck();
  const countOver = db.prepare<[Filter], Over>(/* sql */ `
    SELECT count(*) AS total, coalesce(sum(refund_fen), 0) AS refundFen FROM refunds WHERE ${MATCHES_SQL}`);

  return {
    listOpen: (): RefundId[] => selectOpen.all(),
    /** The one that was over last comes first. */
    pageOver: (page: Page): RefundId[] => selectOver.all(page),
    countOver: (filter: Filter): Over => countOver.get(filter) ?? { total: 0, refundFen: 0 },
    /** A reading stays true until something that a line shows is written. */
    whileUnchanged: <T>(read: () => T): (() => T) => rememberUntilWritten(db, READ, read),
  };
}
