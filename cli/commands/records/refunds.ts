import { BY_HAND, type RefundId, refundTitle } from '../../../shared/domain/refunds/refund.ts';
import { causeOf, freightPayerOf } from '../../../shared/domain/refunds/refund-cause.ts';
import { OTHERWISE_LABELS } from '../../../shared/domain/refunds/refund-clock.ts';
import { refusalOf } from '../../../shared/domain/refunds/refund-refusal.ts';
import type { RefundSubject } from '../../../shared/domain/refunds/refund-subject.ts';
import { REFUND_STATE_LABELS, REFUND_STATES } from '../../../shared/domain/refunds/refund-words.ts';
import type { RetentionProof } from '../../../shared/domain/refunds/retention-proof.ts';
import { formatBeijing, toBeijingIso } from '../../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { oneOf, optional, refuseWords } from '../../values.ts';

const isoOrNull = (atMs: number | null) => (atMs === null ? null : toBeijingIso(atMs));

function refundJson(
  core: Invocation['core'],
  { refund, clock }: RefundSubject,
  proofOf: (id: RefundId) => RetentionProof | null,
) {
  return {
    no: refund.refundNo,
    orderNo: refund.order?.no ?? refund.orderNo,
    shop: core.stores.shops.get(refund.shopId)?.name ?? null,
    type: clock.type,
    status: clock.state,
    platformStatus: refund.platformStatus,
    reason: refund.reason,
    refundFen: refund.refundFen,
    appliedAt: isoOrNull(refund.appliedAtMs),
    deadlineAt: isoOrNull(clock.end?.atMs ?? null),
    deadlineSource: clock.end?.source ?? null,
    otherwise: clock.wait && OTHERWISE_LABELS[clock.wait.otherwise],
    returnTrackingNo: refund.returnTrackingNo,
    returnCarrier: refund.returnCarrier,
    mayRefuse: refusalOf(refund).isAllowed,
    decision: refund.decision,
    retention: refund.retention,
    retentionProof: proofOf(refund.id),
    cause: causeOf(refund),
    freightPayer: freightPayerOf(refund),
  };
}

type RefundJson = ReturnType<typeof refundJson>;

function lineOf(refund: RefundJson): string {
  const amount = refund.refundFen === null ? '—' : `¥${(refund.refundFen / 100).toFixed(2)}`;
  const end = refund.deadlineAt === null ? '—' : formatBeijing(Date.parse(refund.deadlineAt)).slice(0, 16);
  return `${refund.no ?? BY_HAND}  ${REFUND_STATE_LABELS[refund.status]}  ${amount}  ${end}  ${refund.orderNo ?? '—'}`;
}

/** The nearest end first; those without one last. */
const byEnd = (a: RefundSubject, b: RefundSubject): number =>
  (a.clock.end?.atMs ?? Infinity) - (b.clock.end?.atMs ?? Infinity) ||
  refundTitle(a.refund).localeCompare(refundTitle(b.refund));

function run({ core, values, positionals }: Invocation) {
  refuseWords(positionals);
  const [no, order, status] = ['no', 'order', 'status'].map((name) => optional(values, name));
  const wanted = status === undefined ? null : oneOf(status, REFUND_STATES, '--status');
  const refunds = core.refundView
    .all()
    .filter(({ refund, clock }) => {
      const isOfOrder = order === undefined || [refund.orderNo, refund.order?.no].includes(order);
      return (
        isOfOrder && (no === undefined || refund.refundNo === no) && (wanted ?? clock.state) === clock.state
      );
    })
    .toSorted(byEnd);
  const proofs = core.retentions.proofsOf(
    refunds.map(({ refund }) => refund),
    core.clock.now(),
  );
  const json = refunds.map((subject) => refundJson(core, subject, (id) => proofs.get(id) ?? null));
  return done(json, json.length === 0 ? ['没有退款'] : json.map(lineOf));
}

export const refundsCommand: StoreCommand = {
  name: 'refunds',
  usage: 'refunds [--no NO] [--order NO] [--status S]',
  summary: '列出退款，最先截止的在前',
  help: ['  --no NO      退款编号', '  --order NO   订单编号', `  --status S   ${REFUND_STATES.join('、')}`],
  options: { no: { type: 'string' }, order: { type: 'string' }, status: { type: 'string' } },
  run,
};
