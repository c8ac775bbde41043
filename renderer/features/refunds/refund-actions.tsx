import { REFUND_DECISION_LABELS, REFUND_DECISIONS } from '../../../shared/domain/refunds/refund.ts';
import { MOST_ANSWERED, type RefundRow } from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { ChoiceForm } from '../../ui/forms/choice-form.tsx';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import type { ListAction } from '../../ui/lists/list-actions.tsx';

type FormProps = { readonly chosen: readonly RefundRow[]; readonly onDone: () => void };

function AnswerForm({ chosen, onDone }: FormProps) {
  const answer = useAction('refunds.answerMany', onDone);
  return (
    <ChoiceForm
      label="处理退款"
      hint="先在平台处理，再在这里登记，下次导入核实；平台不允许拒绝的不登记"
      labels={REFUND_DECISION_LABELS}
      choices={REFUND_DECISIONS}
      onChoose={(decision, note) =>
        answer.mutate({ refundIds: chosen.map(({ id }) => id).slice(0, MOST_ANSWERED), decision, note })
      }
    />
  );
}

const tasksOf = (chosen: readonly RefundRow[]) =>
  chosen.flatMap((row) => row.taskIds).slice(0, MOST_ANSWERED);

const HandOverRefunds = ({ chosen, onDone }: FormProps) => (
  <HandOverForm taskIds={tasksOf(chosen)} onDone={onDone} />
);

/** One answer or one colleague for everything that was chosen. */
export const REFUND_ACTIONS: readonly ListAction<RefundRow>[] = [
  {
    key: 'answer',
    label: '登记处理',
    shortcut: SHORTCUTS.answerRefunds,
    isPossible: (chosen) => chosen.length > 0,
    Form: AnswerForm,
  },
  {
    key: 'hand-over',
    label: '转交',
    shortcut: SHORTCUTS.handOverRefunds,
    isPossible: (chosen) => tasksOf(chosen).length > 0,
    Form: HandOverRefunds,
  },
];
