import './order-panel.css';
import './facts/order-facts.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { Asked } from '../../ui/forms/asked.tsx';
import { closingLimitOf } from './closing-limit.ts';
import { CustomerCardView } from './facts/customer-card.tsx';
import { OrderFacts } from './facts/order-facts.tsx';
import { useWantedMemo } from './memo/use-wanted-memo.ts';
import { orderActions } from './order-actions.tsx';
import { OrderAdvice } from './order-advice.tsx';
import { OrderHeader } from './order-header.tsx';
import { orderPanelQueries } from './queries.ts';
import { useWarningChecks } from './warning-checks.tsx';

export type OrderPanelProps = SubjectPanelProps & {
  readonly orderId: OrderId;
  readonly Frame: SubjectFrame;
  /** Stands above the records of the order. */
  readonly aboveTimeline: ReactNode;
};

function Loaded({ detail, ...panel }: OrderPanelProps & { readonly detail: OrderDetail }) {
  const { Frame, intent, onIntent, openSubject } = panel;
  const { order, customer } = detail;
  const completing = useWarningChecks(intent.reason ?? null);
  const openOrder = (id: OrderId) => openSubject(asSubject('order', id));
  const openRefund = (id: RefundId) => openSubject(asSubject('refund', id));
  const opening = { onOpenOrder: openOrder, onOpenRefund: openRefund };
  const { wantedMemo, wantedForm } = useWantedMemo(order.id);
  const actions = orderActions({ detail, intent, onIntent, onOffered: panel.onWords, wantedMemo });
  return (
    <Frame
      {...panel}
      subject={asSubject('order', order.id)}
      tasks={detail.tasks}
      nowMs={detail.nowMs}
      header={<OrderHeader detail={detail} />}
      advice={<OrderAdvice detail={detail} />}
      endsAtMs={detail.closesAtMs}
      facts={<OrderFacts detail={detail} {...opening} />}
      aside={
        customer && {
          label: '客户',
          content: (
            <CustomerCardView
              key={customer.customer.id}
              card={customer}
              openOrderId={order.id}
              {...opening}
            />
          ),
        }
      }
      wantedForm={wantedForm}
      actionsBefore={actions.before}
      actionsAfter={actions.after}
      completing={completing}
      putOffLimit={({ kind }) => (kind === 'chase' ? closingLimitOf(detail) : null)}
    />
  );
}

/** One order with everything that is known, and everything that can be recorded of it alone. */
export function OrderPanel(props: OrderPanelProps) {
  const query = useQuery(orderPanelQueries.detail(props.orderId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* Everything in it speaks of one order; a key ends what was begun for the last one. */}
      {(detail) => <Loaded key={detail.order.id} {...props} detail={detail} />}
    </Asked>
  );
}
