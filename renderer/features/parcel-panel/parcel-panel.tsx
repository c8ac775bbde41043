import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ORDER_STATUS_LABELS } from '../../../shared/domain/orders/order.ts';
import type { ParcelId } from '../../../shared/domain/parcels/parcel.ts';
import { isTrouble, PARCEL_STATE_LABELS } from '../../../shared/domain/parcels/parcel-words.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { ParcelDetail } from '../../../shared/ipc/contract/parcel-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { useIntent } from '../../lib/place/use-intent.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { CopyTarget } from '../../ui/copy-button.tsx';
import { Fact } from '../../ui/facts/fact.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { parcelActions } from './parcel-actions.tsx';
import { parcelPanelQueries } from './queries.ts';

type PanelProps = SubjectPanelProps & { readonly parcelId: ParcelId; readonly Frame: SubjectFrame };
type DetailProps = { readonly detail: ParcelDetail };

/** The agent reads this line before anything else: the customer, how far the parcel is, its number. */
function Header({ detail: { found, isAskOpen, parcel } }: DetailProps) {
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">
          {found.customer === null ? found.trackingNo : <CopyTarget text={found.customer} what="客户昵称" />}
        </h2>
        {found.direction === 'back' && <Tag>退回的包裹</Tag>}
        <span className="subject-amount">
          <Money fen={parcel.order?.paidFen ?? null} isStrong />
        </span>
        <Tag {...(isTrouble(found.state) ? { tone: 'warning' as const } : {})}>
          {PARCEL_STATE_LABELS[found.state]}
        </Tag>
      </div>
      <div className="subject-header-line muted">
        <span>{found.carrier ?? '快递未知'}</span>
        <span className="numeric">
          <CopyTarget text={found.trackingNo} what="快递单号" />
        </span>
        <span className="truncate">{found.shopName}</span>
        {isAskOpen && <Tag tone="accent">已联系快递，待核实</Tag>}
      </div>
    </header>
  );
}

function Moment({ label, atMs }: { readonly label: string; readonly atMs: number | null }) {
  const nowMs = useNow(MINUTE);
  if (atMs === null) return null;
  return (
    <Fact label={label}>
      <span className="numeric">{formatMoment(atMs, nowMs)}</span>
    </Fact>
  );
}

function Facts({ detail: { parcel, found } }: DetailProps) {
  const nowMs = useNow(MINUTE);
  return (
    <dl className="facts">
      <Fact label="最后记录">
        {found.lastText ?? <span className="muted">没有物流记录，导入物流文件后显示</span>}
        {found.lastAtMs !== null && <p className="muted numeric">{formatMoment(found.lastAtMs, nowMs)}</p>}
      </Fact>
      {parcel.exception !== null && <Fact label="异常">{parcel.exception}</Fact>}
      <Moment label="发货" atMs={found.shippedAtMs} />
      <Moment label="签收" atMs={parcel.signedAtMs} />
      <Moment label="已告知客户" atMs={parcel.toldAtMs} />
      <Moment label="再告知" atMs={parcel.hearsAgainAtMs} />
    </dl>
  );
}

function OrderFact({ detail: { parcel }, onOpenOrder }: DetailProps & { readonly onOpenOrder: () => void }) {
  const { order, orderNo } = parcel;
  if (order === null) {
    return (
      <p className="muted">
        {orderNo === null ? '文件没有订单号，也没有订单用这个单号' : `${orderNo}，订单尚未导入`}
      </p>
    );
  }
  return (
    <dl className="facts">
      <Fact label="订单">
        <span className="numeric">
          <CopyTarget text={order.no} what="订单编号" />
        </span>
        <p>
          <Tag>{ORDER_STATUS_LABELS[order.status]}</Tag>
          <Button type="link" size="small" onClick={onOpenOrder}>
            打开订单
          </Button>
        </p>
      </Fact>
      {order.itemTitle !== null && <Fact label="商品">{order.itemTitle}</Fact>}
      {order.receiverName !== null && <Fact label="收件人">{order.receiverName}</Fact>}
      {order.receiverAddress !== null && <Fact label="地址">{order.receiverAddress}</Fact>}
    </dl>
  );
}

function Loaded({ detail, parcelId, Frame, ...rest }: PanelProps & DetailProps) {
  const { order } = detail.parcel;
  // Its scripts are filled from the order behind it.
  useIntent(rest.onIntent, 'orderId', order?.id ?? null);
  const { telling, others } = parcelActions(detail);
  const onOpenOrder = () => {
    if (order) rest.openSubject(asSubject('order', order.id));
  };
  return (
    <Frame
      {...rest}
      subject={asSubject('parcel', parcelId)}
      tasks={detail.tasks}
      nowMs={detail.nowMs}
      header={<Header detail={detail} />}
      endsAtMs={null}
      facts={<Facts detail={detail} />}
      aside={{ label: '订单', content: <OrderFact detail={detail} onOpenOrder={onOpenOrder} /> }}
      actionsBefore={telling}
      actionsAfter={others}
    />
  );
}

/** O13: one parcel, how far it is as far as anybody has said, and everything that can be written down about it. */
export function ParcelPanel(props: PanelProps) {
  const query = useQuery(parcelPanelQueries.detail(props.parcelId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* A key ends what was begun for the last one. */}
      {(detail) => <Loaded key={detail.parcel.id} {...props} detail={detail} />}
    </Asked>
  );
}
