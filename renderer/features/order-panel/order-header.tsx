import { CUSTOMER_GRADE_LABELS, type CustomerGrade } from '../../../shared/domain/orders/customer.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { claimSpec } from '../../../shared/domain/tasks/claim.ts';
import { PLATFORM_LABELS } from '../../../shared/domain/team/shop.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { CopyButton, useCopyText } from '../../ui/copy-button.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { Tag, type Tone } from '../../ui/facts/tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';
import { ORDER_SHORTCUTS } from './order-shortcuts.ts';

const GRADE_TONES = { new: 'success', returning: 'neutral', vip: 'accent' } as const satisfies Record<
  CustomerGrade,
  Tone
>;

type Stage = { readonly label: string; readonly atMs: number | null; readonly isReached: boolean };

const RANK = { unknown: 0, unpaid: 0, paid: 1, shipped: 2, completed: 3 } as const;

function stagesOf(order: Order): readonly Stage[] {
  const { status, placedAtMs, paidAtMs, shippedAtMs, completedAtMs } = order;
  const reached = status === 'closed' ? (paidAtMs === null ? 0 : 1) : RANK[status];
  const stages = [
    { label: '下单', atMs: placedAtMs },
    { label: '付款', atMs: paidAtMs },
    { label: '发货', atMs: shippedAtMs },
    { label: '完成', atMs: completedAtMs },
  ];
  return stages.map(({ label, atMs }, index) => ({
    label,
    atMs,
    isReached: index <= reached || atMs !== null,
  }));
}

function StatusLine({ order }: { readonly order: Order }) {
  const nowMs = useNow(MINUTE);
  return (
    <ol className="order-stages" aria-label="订单进度">
      {stagesOf(order).map(({ label, atMs, isReached }) => (
        <li key={label} className="order-stage" data-reached={isReached || undefined}>
          <span>{label}</span>
          <span className="order-stage-time numeric">{atMs === null ? '—' : formatMoment(atMs, nowMs)}</span>
        </li>
      ))}
    </ol>
  );
}

function Closing({ detail: { order, closesAtMs, openClaims } }: { readonly detail: OrderDetail }) {
  if (order.status === 'closed') return <span className="muted">{order.closeReason ?? '已关闭'}</span>;
  const [claim] = openClaims;
  if (claim) return <Tag tone="accent">{claimSpec(claim.kind).openText}</Tag>;
  return closesAtMs === null ? null : <TimeLeft atMs={closesAtMs} event="关闭" soonMs={2 * HOUR} />;
}

function Nick({ detail: { order, customer } }: { readonly detail: OrderDetail }) {
  const copy = useCopyText();
  const nick = order.customerNick;
  useShortcut(ORDER_SHORTCUTS.copyNick, () => nick && copy(nick, '客户昵称'), nick !== null);
  return (
    <>
      <h2 className="subject-title truncate" title={order.customerDisplayName ?? nick ?? ''}>
        {nick ?? '匿名客户'}
      </h2>
      {nick && <CopyButton text={nick} what="客户昵称" />}
      {customer && <Tag tone={GRADE_TONES[customer.grade]}>{CUSTOMER_GRADE_LABELS[customer.grade]}</Tag>}
    </>
  );
}

/** The agent reads this line before anything else: the customer, the amount, the state and the time left. */
export function OrderHeader({ detail }: { readonly detail: OrderDetail }) {
  const { order, shop } = detail;
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <Nick detail={detail} />
        <span className="order-amount">
          <Money fen={order.payableFen ?? order.paidFen} isStrong />
        </span>
        <StatusTag status={order.status} platformStatus={order.platformStatus} />
      </div>
      <div className="subject-header-line muted">
        <span className="numeric">{order.no}</span>
        <CopyButton text={order.no} what="订单号" />
        <span className="truncate">
          {shop.name} · {PLATFORM_LABELS[shop.platform]}
        </span>
        <span className="order-closing">
          <Closing detail={detail} />
        </span>
      </div>
      <StatusLine order={order} />
    </header>
  );
}
