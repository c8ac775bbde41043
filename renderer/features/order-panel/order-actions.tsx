import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { PanelAction } from '../../lib/place/subject-panel.ts';
import { BargainForm } from './forms/bargain-form.tsx';
import { ClaimPaidForm, CloseTimeForm } from './forms/claim-forms.tsx';
import { GiveUpForm, ReasonForm } from './forms/reason-forms.tsx';
import { RefundForm } from './forms/refund-form.tsx';
import type { OrderFormProps } from './order-form.ts';
import { ORDER_SHORTCUTS } from './order-shortcuts.ts';

type Options = Omit<OrderFormProps, 'work' | 'order'> & {
  readonly detail: OrderDetail;
  /** R10: an offer is on record; its words are next. */
  readonly onOffered: () => void;
};

/** The actions that only an order has; all but one only while it is unpaid. There is no way to close an order (P9). */
export function orderActions({ onOffered, detail, ...asked }: Options) {
  const props = { ...asked, order: detail.order };
  const isPossible = detail.order.status === 'unpaid';
  return {
    before: [
      {
        shortcut: ORDER_SHORTCUTS.reason,
        label: '未付原因',
        isPossible,
        form: (work) => <ReasonForm {...props} work={work} />,
      },
      {
        shortcut: ORDER_SHORTCUTS.bargain,
        label: '议价',
        isPossible,
        isAnswer: true,
        form: () => <BargainForm {...props} onOffered={onOffered} />,
      },
    ],
    after: [
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
  } as const satisfies Record<'before' | 'after', readonly PanelAction[]>;
}
