import { CUSTOMER_GRADE_LABELS, type CustomerGrade } from '../../../shared/domain/orders/customer.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { claimSpec } from '../../../shared/domain/tasks/claim.ts';
import { PLATFORM_LABELS } from '../../../shared/domain/team/shop.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { CopyTarget, useCopyText } from '../../ui/copy-button.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { Tag, type Tone } from '../../ui/facts/tag.tsx';
import { ORDER_SHORTCUTS } from './order-shortcuts.ts';

const GRADE_TONES = { new: 'success', returning: 'neutral', vip: 'accent' } as const satisfies Record<
  CustomerGrade,
  Tone
>;

type Stage = { readonly label: string; readonly atMs: number | null };

/** The stages so far; one that nobody can date says only that it was reached. */
function stagesOf({ status, placedAtMs, paidAtMs, shippedAtMs, completedAtMs }: Order): readonly Stage[] {
  const isShipped = status === 'shipped' || status === 'completed';
  const stages = [
    { label: '下单', atMs: placedAtMs, isReached: true },
    { label: '付款', atMs: paidAtMs, isReached: status === 'paid' || isShipped },
    { label: '发货', atMs: shippedAtMs, isReached: isShipped },
    { label: '完成', atMs: completedAtMs, isReached: status === 'completed' },
  ];
  return stages.filter(({ atMs, isReached }) => atMs !== null || isReached);
}

function Stages({ order }: { readonly order: Order }) {
  const nowMs = useNow(MINUTE);
  return (
    <ol className="order-stages" aria-label="订单进度">
      {stagesOf(order).map(({ label, atMs }) => (
        <li key={label} className="numeric">
          {label} {atMs === null ? '—' : formatMoment(atMs, nowMs)}
        </li>
      ))}
    </ol>
  );
}

function Nick({ detail: { order, customer } }: { readonly detail: OrderDetail }) {
  const copy = useCopyText();
  const nick = order.customerNick;
  useShortcut(ORDER_SHORTCUTS.copyNick, () => nick && copy(nick, '客户昵称'), nick !== null);
  return (
    <>
      <h2 className="subject-title truncate" title={order.customerDisplayName ?? undefined}>
        {nick === null ? '匿名客户' : <CopyTarget text={nick} what="客户昵称" />}
      </h2>
      {customer && <Tag tone={GRADE_TONES[customer.grade]}>{CUSTOMER_GRADE_LABELS[customer.grade]}</Tag>}
    </>
  );
}

function Claimed({ detail: { openClaims } }: { readonly detail: OrderDetail }) {
  const [claim] = openClaims;
  return claim ? <Tag tone="accent">{claimSpec(claim.kind).openText}</Tag> : null;
}

/** The agent reads this before anything else: the customer, the amount and the state. */
export function OrderHeader({ detail }: { readonly detail: OrderDetail }) {
  const { order, shop } = detail;
  const copy = useCopyText();
  useShortcut(ORDER_SHORTCUTS.copyNo, () => copy(order.no, '订单号'));
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <Nick detail={detail} />
        <span className="subject-amount">
          <Money fen={order.payableFen ?? order.paidFen} isStrong />
        </span>
        <Claimed detail={detail} />
        <StatusTag status={order.status} platformStatus={order.platformStatus} />
      </div>
      <div className="subject-header-line muted">
        <span className="numeric">
          <CopyTarget text={order.no} what="订单号" />
        </span>
        <span className="truncate">
          {shop.name} · {PLATFORM_LABELS[shop.platform]}
        </span>
        <Stages order={order} />
      </div>
    </header>
  );
}
