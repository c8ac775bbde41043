import { MemoClaim } from '../../memos/memo-claim.ts';
import { showsMemo } from '../../memos/memo-text.ts';
import type { Order } from '../../orders/order.ts';
import { defineClaim } from './claim-spec.ts';

/** O1, X4: a copied memo is to be on the platform; an import that shows the order shows whether it is. */
export const memo = defineClaim<Pick<Order, 'memo' | 'flag'>>({
  label: '写备注',
  openText: '备注待写回',
  about: 'order',
  needs: ['memo'],
  judge({ before, after, has }, { data }) {
    // Words of an earlier file prove nothing.
    if (!has('memo')) return 'open';
    const claimed = MemoClaim.parse(data);
    const isShown = showsMemo({ memo: after.memo, memoBefore: before.memo }, claimed);
    if (isShown === null) return 'open';
    const hasOtherFlag = has('flag') && after.flag !== null && after.flag !== claimed.flag;
    return isShown && !hasOtherFlag ? 'proved' : 'refuted';
  },
  onProved: 'memo-proved',
  onRefuted: 'memo-missing',
  // Its own rule says which words are missing.
  asksAgain: false,
  isMany: true,
});
