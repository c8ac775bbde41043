import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { ORDER_STATUS_LABELS, paidOrPayableFen } from '../../../shared/domain/orders/order.ts';
import {
  ARRIVAL_LABELS,
  REFUND_DECISION_LABELS,
  RETENTION_LABELS,
  type Refund,
} from '../../../shared/domain/refunds/refund.ts';
import type { RefundDetail } from '../../../shared/ipc/contract/refunds/refund-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { CopyTarget } from '../../ui/copy-button.tsx';
import { Fact } from '../../ui/facts/fact.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';

type Props = { readonly detail: RefundDetail; readonly onOpenOrder: (id: OrderId) => void };

const joined = (...words: readonly (string | null)[]): string => words.filter(Boolean).join(' · ');

/** The end with its source: an estimate must not be taken for the platform's word. */
function End({ detail: { end, waitText, proofEndAtMs } }: Pick<Props, 'detail'>) {
  const nowMs = useNow(MINUTE);
  return (
    <>
      <Fact label="截止">
        {end === null ? (
          <span className="muted">没有截止时间，请到后台查看</span>
        ) : (
          <>
            <strong className="numeric">{formatMoment(end.atMs, nowMs)}</strong>
            <p className="muted">{end.sourceText}</p>
            {end.moveText && <p>{end.moveText}</p>}
          </>
        )}
        {waitText && <p>{waitText}</p>}
      </Fact>
      {proofEndAtMs !== null && (
        <Fact label="举证截止">
          <strong className="numeric">{formatMoment(proofEndAtMs, nowMs)}</strong>
        </Fact>
      )}
    </>
  );
}

function Amounts({ refund }: { readonly refund: Refund }) {
  return (
    <Fact label="金额">
      退款 <Money fen={refund.refundFen} isStrong />{' '}
      <span className="muted">
        实付 <Money fen={refund.paidFen ?? refund.order?.paidFen ?? null} />
        {refund.freightFen !== null && (
          <>
            {' · 退运费 '}
            <Money fen={refund.freightFen} />
          </>
        )}
        {refund.toPlatformFen !== null && (
          <>
            {' · 退给平台 '}
            <Money fen={refund.toPlatformFen} />
          </>
        )}
        {refund.extent && ` · ${refund.extent}`}
      </span>
    </Fact>
  );
}

/** As many as an agent takes in at a glance. */
const MOST_ITEMS = 3;

/** The goods that come back, as the order says them; without one, as the refund does. */
function Items({ detail: { refund, items } }: Pick<Props, 'detail'>) {
  if (items.length === 0) return refund.itemTitle && <p>{refund.itemTitle}</p>;
  const more = items.length - MOST_ITEMS;
  return (
    <ul aria-label="商品">
      {items.slice(0, MOST_ITEMS).map(({ lineNo, title, sku, quantity, paidFen, payableFen }) => (
        <li key={lineNo} className="refund-item">
          <span className="truncate" title={joined(title, sku)}>
            {title} <span className="muted">{sku}</span>
          </span>
          {quantity !== null && <span className="numeric muted">×{quantity}</span>}
          <Money fen={paidOrPayableFen({ paidFen, payableFen })} />
        </li>
      ))}
      {more > 0 && <li className="muted">另 {more} 件商品</li>}
    </ul>
  );
}

/** O1: once the shop has agreed the memo says so; until then it says why the customer wants the money back. */
function memoOf({ decision, reason }: Refund, { status }: NonNullable<Refund['order']>) {
  if (decision === 'agree') return { template: 'refundable' } as const;
  const isShipped = status === 'shipped' || status === 'completed';
  return {
    template: isShipped ? 'shipped' : 'unshipped',
    ...(reason === null ? {} : { reason }),
  } as const;
}

function OrderFact({ detail, onOpenOrder }: Props) {
  const { order, orderNo } = detail.refund;
  const { writeMemo } = useNavigation();
  return (
    <Fact label="订单">
      {order ? (
        <>
          <Button type="link" size="small" className="numeric" onClick={() => onOpenOrder(order.id)}>
            {order.no}
          </Button>
          <Tag>{ORDER_STATUS_LABELS[order.status]}</Tag>
          <Button
            type="link"
            size="small"
            onClick={() => writeMemo({ orderId: order.id, ...memoOf(detail.refund, order) })}
          >
            写备注
          </Button>
        </>
      ) : (
        <span className="muted">{orderNo === null ? '文件没有订单号' : `${orderNo}，订单尚未导入`}</span>
      )}
      <Items detail={detail} />
    </Fact>
  );
}

function Parcel({ refund }: { readonly refund: Refund }) {
  const nowMs = useNow(MINUTE);
  const { returnTrackingNo, returnCarrier, returnState, returnSentAtMs, arrival, arrivedAtMs } = refund;
  if (returnTrackingNo === null && arrival === null && returnState === null) return null;
  return (
    <Fact label="退货">
      {returnTrackingNo === null ? (
        <strong>没有退货单号</strong>
      ) : (
        <>
          {returnCarrier}{' '}
          <span className="numeric">
            <CopyTarget text={returnTrackingNo} what="退货单号" />
          </span>
        </>
      )}
      <p className="muted">
        {joined(
          returnSentAtMs === null ? null : `${formatMoment(returnSentAtMs, nowMs)} 寄出`,
          returnState,
          arrival === null || arrivedAtMs === null
            ? null
            : `${formatMoment(arrivedAtMs, nowMs)} ${ARRIVAL_LABELS[arrival]}`,
        )}
      </p>
    </Fact>
  );
}

const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  true: '可以拒绝',
  false: '不能拒绝',
  null: '能否拒绝未知',
};

function Decision({ detail: { refund, refusal, retentionChance, isOver } }: Pick<Props, 'detail'>) {
  const nowMs = useNow(MINUTE);
  const decided: ReactNode =
    refund.decision === null || refund.decidedAtMs === null
      ? null
      : `${formatMoment(refund.decidedAtMs, nowMs)} ${REFUND_DECISION_LABELS[refund.decision]}`;
  return (
    <>
      {(decided !== null || !isOver) && (
        <Fact label="处理">
          {decided}
          {!isOver && (
            <p className="muted">
              {REFUSAL_WORDS[String(refusal.isAllowed)]}：{refusal.text}
            </p>
          )}
        </Fact>
      )}
      {(refund.retention !== null || !isOver) && (
        <Fact label="挽留">
          {refund.retention === null ? retentionChance.text : RETENTION_LABELS[refund.retention]}
        </Fact>
      )}
    </>
  );
}

/** The order of the refund, its goods, and how they come back. */
export function RefundOrder(props: Props) {
  return (
    <dl className="facts">
      <OrderFact {...props} />
      <Parcel refund={props.detail.refund} />
    </dl>
  );
}

export function RefundFacts({ detail }: Pick<Props, 'detail'>) {
  const { refund, returnRightText } = detail;
  const why = joined(refund.reason, refund.reasonTag, refund.explanation);
  return (
    <dl className="facts">
      {!detail.isOver && <End detail={detail} />}
      <Amounts refund={refund} />
      {why !== '' && <Fact label="原因">{why}</Fact>}
      <Decision detail={detail} />
      <Fact label="无理由">{returnRightText}</Fact>
      <Fact label="平台状态">
        {joined(refund.platformStatus, refund.intervention, refund.goodsState, refund.handling) || '—'}
      </Fact>
    </dl>
  );
}
