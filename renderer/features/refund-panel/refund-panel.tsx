import './refund-panel.css';
import { useQuery } from '@tanstack/react-query';
import { BY_HAND, type RefundId, refundTitle } from '../../../shared/domain/refunds/refund.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { PLATFORM_LABELS } from '../../../shared/domain/team/shop.ts';
import type { RefundDetail } from '../../../shared/ipc/contract/refunds/refund-contract.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { useIntent } from '../../lib/place/use-intent.ts';
import { CopyTarget } from '../../ui/copy-button.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { refundPanelQueries } from './queries.ts';
import { refundActions } from './refund-actions.tsx';
import { RefundFacts, RefundOrder } from './refund-facts.tsx';

export type RefundPanelProps = SubjectPanelProps & {
  readonly refundId: RefundId;
  readonly Frame: SubjectFrame;
};
type DetailProps = { readonly detail: RefundDetail };

/** Warns where the end is an estimate, is not known, or waits for an import. */
function Clock({ detail: { isOver, isAnswerOpen, end } }: DetailProps) {
  if (isOver) return null;
  if (isAnswerOpen) return <Tag tone="accent">已登记处理，待导入核实</Tag>;
  if (end === null) return <span>没有截止时间</span>;
  return end.source === 'rule' ? <span title={end.sourceText}>按规则估算</span> : null;
}

function RefundNo({ refundNo }: { readonly refundNo: string | null }) {
  if (refundNo === null) return <span>{BY_HAND}，平台单号待导入</span>;
  return (
    <span className="numeric">
      <CopyTarget text={refundNo} what="退款编号" />
    </span>
  );
}

/** The agent reads this line before anything else: the customer, the money, the state and the time left. */
function Header({ detail }: DetailProps) {
  const { refund, shopName, stateText, typeText } = detail;
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">
          {refund.customerNick === null ? (
            refundTitle(refund)
          ) : (
            <CopyTarget text={refund.customerNick} what="客户昵称" />
          )}
        </h2>
        {typeText && <Tag>{typeText}</Tag>}
        <span className="subject-amount">
          <Money fen={refund.refundFen} isStrong />
        </span>
        <Tag>{stateText}</Tag>
      </div>
      <div className="subject-header-line muted">
        <span>退款</span>
        <RefundNo refundNo={refund.refundNo} />
        <span className="truncate">
          {shopName} · {PLATFORM_LABELS[refund.platform]}
        </span>
        <span className="refund-clock">
          <Clock detail={detail} />
        </span>
      </div>
    </header>
  );
}

function Loaded({ detail, ...panel }: RefundPanelProps & DetailProps) {
  const { Frame, refundId, ...rest } = panel;
  // Its scripts are filled from the order behind it.
  useIntent(rest.onIntent, 'orderId', detail.refund.order?.id ?? null);
  const { answering, others } = refundActions(detail);
  return (
    <Frame
      {...rest}
      subject={asSubject('refund', refundId)}
      tasks={detail.tasks}
      nowMs={detail.nowMs}
      header={<Header detail={detail} />}
      endsAtMs={detail.isOver ? null : (detail.end?.atMs ?? null)}
      facts={<RefundFacts detail={detail} />}
      aside={{
        label: '订单',
        content: (
          <RefundOrder
            detail={detail}
            onOpenOrder={(orderId) => rest.openSubject(asSubject('order', orderId))}
          />
        ),
      }}
      actionsBefore={answering}
      actionsAfter={others}
    />
  );
}

/** A2–A5: one refund with its clock, and everything that can be written down about it. */
export function RefundPanel(props: RefundPanelProps) {
  const query = useQuery(refundPanelQueries.detail(props.refundId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* A key ends what was begun for the last one. */}
      {(detail) => <Loaded key={detail.refund.id} {...props} detail={detail} />}
    </Asked>
  );
}
