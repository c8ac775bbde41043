import type { Refund } from '../../refunds/refund.ts';
import { refundStateOf } from '../../refunds/refund-words.ts';
import { defineClaim } from './claim-spec.ts';

type Row = Pick<Refund, 'platformStatus' | 'intervention' | 'deadlineAtMs'>;

/** X4: the agent has answered on the platform. The refund rests until an import shows it or brings it back. */
export const refundAnswered = defineClaim<Row>({
  label: '退款已处理',
  openText: '已登记处理，待导入核实',
  about: 'refund',
  needs: ['platformStatus'],
  judge({ before, after }) {
    const state = refundStateOf(after);
    if (state === 'unknown') return 'open';
    if (state !== 'wait-seller' && state !== 'wait-seller-receive') return 'proved';
    // The customer has answered in turn, or the platform has given more time.
    const isLater = (after.deadlineAtMs ?? 0) > (before.deadlineAtMs ?? Number.POSITIVE_INFINITY);
    return state !== refundStateOf(before) || isLater ? 'proved' : 'refuted';
  },
  onProved: 'claim-proved',
  onRefuted: 'claim-refuted',
  asksAgain: false,
});
