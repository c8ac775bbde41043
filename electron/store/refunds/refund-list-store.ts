import type { ShopId } from '../../../shared/domain/ids.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';

type Filter = { readonly shopId: ShopId | null; readonly text: string };
type OverRefund = { readonly id: RefundId; readonly refundFen: number | null };

/** Everything that is read for a line of the list. */
const READ = ['refunds', 'orders', 'order_items', 'deadlines', 'claims', 'settings', 'shops'];

const OVER_SQL = /* sql */ `
  SELECT id, refund_fen AS refundFen FROM refunds INDEXED BY refunds_over
  WHERE is_open = 0 AND (@shopId IS NULL OR shop_id = @shopId)
    AND (@text = '' OR instr(coalesce(refund_no, ''), @text) OR instr(coalesce(order_no, ''), @text)
      OR instr(coalesce(customer_nick, ''), @text) OR instr(coalesce(item_title, ''), @text)
      OR instr(coalesce(return_tracking_no, ''), @text))
  ORDER BY coalesce(ended_at_ms, refunded_at_ms, applied_at_ms, first_seen_at_ms) DESC`;

/** Which refunds the list shows: few are open, and those that are over are found in one pass through their index. */
export function createRefundListStore(db: WritableDb) {
  const selectOpen = db.prepare<[], RefundId>('SELECT id FROM refunds WHERE is_open = 1').pluck();
  const selectOver = db.prepare<[Filter], OverRefund>(OVER_SQL);
  const lastOver = rememberUntilWritten(db, ['refunds'], () => new Map<string, readonly OverRefund[]>());

  return {
    listOpen: (): RefundId[] => selectOpen.all(),
    /** The one that was over last comes first. Number, sum and every page of one search are one reading. */
    listOver({ shopId, text }: Filter): readonly OverRefund[] {
      const filter = { shopId, text };
      const key = JSON.stringify(filter);
      const last = lastOver();
      const known = last.get(key);
      if (known) return known;
      last.clear();
      const found = selectOver.all(filter);
      last.set(key, found);
      return found;
    },
    /** A reading stays true until something that a line shows is written. */
    whileUnchanged: <T>(read: () => T): (() => T) => rememberUntilWritten(db, READ, read),
  };
}
