import {
  ARRIVAL_LABELS,
  ARRIVALS,
  REFUND_DECISION_LABELS,
  REFUND_DECISIONS,
  RETENTION_LABELS,
  RETENTIONS,
} from '../../../shared/domain/refunds/refund.ts';
import type { RefundDetail } from '../../../shared/ipc/contract/refunds/refund-contract.ts';
import type { FormWork, PanelAction } from '../../lib/place/subject-panel.ts';
import { ChoiceForm } from '../../ui/forms/choice-form.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import { REFUND_SHORTCUTS } from './refund-shortcuts.ts';

type FormProps = { readonly detail: RefundDetail; readonly work: FormWork };

/** A4: the answer was given on the platform; the next import shows whether it was. */
function AnswerForm({ detail, work }: FormProps) {
  const answer = useAction('refunds.answer', work.finish, work.comeBack);
  const { isAllowed, text } = detail.refusal;
  return (
    <ChoiceForm
      label="处理退款"
      hint={`先在平台处理，再在这里登记，下次导入核实。拒绝：${text}`}
      labels={REFUND_DECISION_LABELS}
      choices={REFUND_DECISIONS}
      refused={isAllowed === false ? ['refuse'] : []}
      onChoose={(decision, note) => answer.mutate({ refundId: detail.id, decision, note })}
    />
  );
}

/** A3, A5: the goods are in the warehouse, whole or not. */
function ArrivalForm({ detail, work }: FormProps) {
  const note = useAction('refunds.noteArrival', work.close);
  return (
    <ChoiceForm
      label="退货到仓"
      hint="验货后登记；有问题的先拍照举证"
      labels={ARRIVAL_LABELS}
      choices={ARRIVALS}
      onChoose={(arrival, text) => note.mutate({ refundId: detail.id, arrival, note: text })}
    />
  );
}

/** A2: the customer keeps the order, or does not. */
function RetentionForm({ detail, work }: FormProps) {
  const note = useAction('refunds.noteRetention', work.close);
  return (
    <ChoiceForm
      label="挽留结果"
      hint={detail.retentionChance.text}
      labels={RETENTION_LABELS}
      choices={RETENTIONS}
      onChoose={(retention, text) => note.mutate({ refundId: detail.id, retention, note: text })}
    />
  );
}

type Actions = Readonly<Record<'answering' | 'others', readonly PanelAction[]>>;

export function refundActions(detail: RefundDetail): Actions {
  const answering = [
    {
      shortcut: REFUND_SHORTCUTS.answer,
      label: '处理退款',
      isPossible: !detail.isOver,
      form: (work) => <AnswerForm detail={detail} work={work} />,
    },
  ] satisfies readonly PanelAction[];
  const others = [
    {
      shortcut: REFUND_SHORTCUTS.arrival,
      label: '退货到仓',
      isPossible: true,
      form: (work) => <ArrivalForm detail={detail} work={work} />,
    },
    {
      shortcut: REFUND_SHORTCUTS.retention,
      label: '挽留结果',
      isPossible: !detail.isOver,
      form: (work) => <RetentionForm detail={detail} work={work} />,
    },
  ] satisfies readonly PanelAction[];
  return { answering, others };
}
