import { type UnpaidReason } from '../../../shared/domain/unpaid-reason.ts';
import './order-panel.css';
import './facts/order-facts.css';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { z } from 'zod';
import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import { attentionAtMs, type Task } from '../../../shared/domain/task.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { ScriptIntent } from '../../../shared/ipc/contract/script-contract.ts';
import { useElementWidth } from '../../lib/use-element-width.ts';
import { useViewState } from '../../lib/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CustomerCardView } from './facts/customer-card.tsx';
import { OrderFacts } from './facts/order-facts.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderHeader } from './order-header.tsx';
import { orderPanelQueries } from './queries.ts';
import { TaskStrip } from './task-strip.tsx';
import { Timeline } from './timeline.tsx';
import { useOrderWork } from './use-order-work.ts';

/** From here on the customer has a column of their own. */
const WIDE_PX = 860;

export type OrderPanelProps = {
  readonly orderId: OrderId | null;
  readonly taskId: TaskId | null;
  readonly reason: UnpaidReason | null;
  readonly onReason: (reason: UnpaidReason | null) => void;
  readonly onTask: (taskId: TaskId) => void;
  readonly onOpenOrder: (orderId: OrderId, taskId?: TaskId | null) => void;
  /** What is about to be recorded, as long as its form is open. */
  readonly onIntent: (intent: ScriptIntent) => void;
  /** R10: an offer is on record; its words are next. */
  readonly onOffered: () => void;
  /** The order was removed: with the sample shop, or by undoing an import. */
  readonly onGone: () => void;
  /** The task is dealt with: on to the next one. */
  readonly onAdvance: () => void;
  /** Another order has come, and the focus went with the last one. */
  readonly onUnfocused: () => void;
  /** What else stands with the records of an order. */
  readonly aboveTimeline: ReactNode;
};

const TABS = ['order', 'customer', 'timeline'] as const;

/** The task by which the agent came, else the order's most urgent one. */
function currentTask({ tasks, nowMs }: OrderDetail, taskId: TaskId | null): Task | null {
  const own = tasks.find(({ id }) => id === taskId);
  if (own || taskId === null) return own ?? tasks[0] ?? null;
  // That task is done: a second press must not record a message that is only due later.
  return tasks.find((task) => attentionAtMs(task) <= nowMs) ?? null;
}

function Body({
  detail,
  onOpenOrder,
  aboveTimeline,
}: { readonly detail: OrderDetail } & Pick<OrderPanelProps, 'onOpenOrder' | 'aboveTimeline'>) {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const [tab, setTab] = useViewState('order-tab', z.enum(TABS), 'order');
  const isWide = width >= WIDE_PX;
  const customer = detail.customer && (
    <CustomerCardView key={detail.customer.customer.id} card={detail.customer} onOpenOrder={onOpenOrder} />
  );
  const items = [
    {
      key: 'order',
      label: '订单',
      children: <OrderFacts detail={detail} isCardBeside={isWide} onOpenOrder={onOpenOrder} />,
    },
    ...(customer && !isWide ? [{ key: 'customer', label: '客户', children: customer }] : []),
    {
      key: 'timeline',
      label: '记录',
      children: (
        <>
          {aboveTimeline}
          <Timeline orderId={detail.order.id} />
        </>
      ),
    },
  ];
  const active = items.some(({ key }) => key === tab) ? tab : 'order';
  return (
    <div className="order-body" ref={ref} data-wide={isWide || undefined}>
      <Tabs
        className="order-tabs"
        size="small"
        items={items}
        activeKey={active}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'order')}
      />
      {isWide && customer && (
        <aside className="order-aside" aria-label="客户">
          {customer}
        </aside>
      )}
    </div>
  );
}

function Loaded({ detail, ...props }: OrderPanelProps & { readonly detail: OrderDetail }) {
  const task = currentTask(detail, props.taskId);
  const work = useOrderWork({
    detail,
    task,
    reason: props.reason,
    onAdvance: props.onAdvance,
    onOpenOrder: props.onOpenOrder,
  });
  const settle = useEffectEvent(() => {
    if (document.activeElement === document.body) props.onUnfocused();
  });
  useEffect(() => settle(), []);
  const isBargaining = work.form === 'bargain';
  const { agreedAtMs } = work;
  const tell = useEffectEvent(props.onIntent);
  useEffect(() => {
    tell({ ...(isBargaining ? { isBargaining } : {}), ...(agreedAtMs === null ? {} : { agreedAtMs }) });
    return () => tell({});
  }, [isBargaining, agreedAtMs]);
  return (
    <>
      <OrderHeader detail={detail} />
      <TaskStrip detail={detail} task={task} onTask={props.onTask} />
      <Body detail={detail} onOpenOrder={props.onOpenOrder} aboveTimeline={props.aboveTimeline} />
      <OrderActions work={work} reason={props.reason} onReason={props.onReason} onOffered={props.onOffered} />
    </>
  );
}

/** The middle of the workbench: one order with everything that is known, and everything that can be recorded. */
export function OrderPanel(props: OrderPanelProps) {
  return (
    <section className="panel order-panel" aria-label="订单">
      {props.orderId === null ? (
        <EmptyState title="选择一项待办" hint="左侧队列按剩余时间排列，↑ ↓ 选择，Enter 取推荐话术" />
      ) : (
        <Asked {...props} orderId={props.orderId} />
      )}
    </section>
  );
}

function Asked(props: OrderPanelProps & { readonly orderId: OrderId }) {
  const { data, error, refetch } = useQuery(orderPanelQueries.detail(props.orderId));
  const isGone = error !== null && toFailure(error).code === 'not-found';
  const leave = useEffectEvent(props.onGone);
  useEffect(() => {
    if (isGone) leave();
  }, [isGone]);
  if (isGone) return null;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  // Everything below speaks of one order; a key ends what was begun for the last one.
  return <Loaded key={data.order.id} {...props} detail={data} />;
}
