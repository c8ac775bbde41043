import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { WantedMemo } from '../../lib/place/navigation.ts';
import type { PanelAction } from '../../lib/place/subject-panel.ts';
import { closingLimitOf } from './closing-limit.ts';
import { BargainForm } from './forms/bargain-form.tsx';
import { CaseForm } from './forms/case-form.tsx';
import { ClaimPaidForm, CloseTimeForm } from './forms/claim-forms.tsx';
import { GiveUpForm, ReasonForm } from './forms/reason-forms.tsx';
import { RefundForm } from './forms/refund-form.tsx';
import { ClaimShippedForm, ContactForm } from './forms/shipping-forms.tsx';
import { MemoForm } from './memo/memo-form.tsx';
import { MEMO_ACTION } from './memo/use-wanted-memo.ts';
import type { OrderFormProps } from './order-form.ts';
import { ORDER_SHORTCUTS } from './order-shortcuts.ts';

type Options = Omit<OrderFormProps, 'work' | 'order' | 'limit'> & {
  readonly detail: OrderDetail;
  /** R10: an offer is on record; its words are next. */
  readonly onOffered: () => void;
  /** O1: another action has asked for the memo. */
  readonly wantedMemo: WantedMemo | null;
};

/** The actions that only an order has; all but one only while it is unpaid. There is no way to close an order (P9). */
export function orderActions({ onOffered, wantedMemo, detail, ...asked }: Options) {
  const props = { ...asked, order: detail.order, limit: closingLimitOf(detail) };
  const isPossible = detail.order.status === 'unpaid';
  const memo: PanelAction = {
    shortcut: ORDER_SHORTCUTS.memo,
    label: MEMO_ACTION,
    isPossible: true,
    form: (work) => <MemoForm orderId={detail.order.id} wanted={wantedMemo} work={work} />,
  };
  const isToShip = detail.order.status === 'paid';
  const shipping: readonly PanelAction[] = [
    {
      shortcut: ORDER_SHORTCUTS.contact,
      label: '联系客户',
      isPossible: isToShip,
      form: (work) => <ContactForm order={detail.order} work={work} />,
    },
    {
      shortcut: ORDER_SHORTCUTS.claimShipped,
      label: '登记已发货',
      isPossible: isToShip,
      form: (work) => <ClaimShippedForm order={detail.order} work={work} />,
    },
  ];
  return {
    before: [
      {
        shortcut: ORDER_SHORTCUTS.reason,
        label: '未付原因',
        isPossible,
        form: (work) => <ReasonForm {...props} work={work} />,
      },
      // While an order is unpaid nobody else acts by its memo, so other actions come first.
      ...(isPossible ? [] : [memo]),
      ...(isToShip ? shipping : []),
    ],
    after: [
      ...(isPossible ? [memo] : []),
      ...(isToShip ? [] : shipping),
      {
        shortcut: ORDER_SHORTCUTS.openCase,
        label: '登记事务',
        isPossible: true,
        form: (work) => <CaseForm orderId={detail.order.id} work={work} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.bargain,
        label: '议价',
        isPossible,
        isAnswer: true,
        form: () => <BargainForm {...props} onOffered={onOffered} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.refund,
        label: '退款',
        isPossible: !isPossible,
        form: (work) => <RefundForm detail={detail} work={work} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.claimPaid,
        label: '标记已付款',
        isPossible,
        form: (work) => <ClaimPaidForm {...props} work={work} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.giveUp,
        label: '放弃催付',
        isPossible,
        form: (work) => <GiveUpForm {...props} work={work} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.closeTime,
        label: '关闭时间',
        isPossible,
        form: (work) => <CloseTimeForm {...props} work={work} />,
      },
    ],
  } satisfies Record<'before' | 'after', readonly PanelAction[]>;
}
