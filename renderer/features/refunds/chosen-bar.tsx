import { Button } from 'antd';
import { useState } from 'react';
import { REFUND_DECISION_LABELS, REFUND_DECISIONS } from '../../../shared/domain/refunds/refund.ts';
import { MOST_ANSWERED, type RefundRow } from '../../../shared/ipc/contract/refund-list-contract.ts';
import { SHORTCUTS, type Shortcut, useEscape, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { ChoiceForm } from '../../ui/forms/choice-form.tsx';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

type Props = {
  /** Those that are marked, else the one that is selected. */
  readonly chosen: readonly RefundRow[];
  readonly areMarked: boolean;
  readonly onOpen: () => void;
  /** Through with them: no row is marked from then on, and the list has the focus. */
  readonly onDone: () => void;
};

type FormName = 'answer' | 'handOver';

function AnswerForm({ chosen, onDone }: Pick<Props, 'chosen' | 'onDone'>) {
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

type ToggleProps = {
  readonly shortcut: Shortcut;
  readonly label: string;
  readonly isPossible: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function Toggle({ shortcut, label, isPossible, isOpen, onToggle }: ToggleProps) {
  useShortcut(shortcut, onToggle, isPossible);
  return (
    <Button disabled={!isPossible} aria-expanded={isOpen} onClick={onToggle}>
      {label} <Kbd keys={shortcut.label} />
    </Button>
  );
}

/** One answer or one colleague for everything that was chosen. */
export function ChosenBar({ chosen, areMarked, onOpen, onDone }: Props) {
  const [open, setOpen] = useState<FormName | null>(null);
  const taskIds = chosen.flatMap((row) => row.taskIds).slice(0, MOST_ANSWERED);
  const toggle = (name: FormName) => setOpen(open === name ? null : name);
  function done(): void {
    setOpen(null);
    onDone();
  }
  useEscape(done, open !== null);
  const sumFen = chosen.reduce((sum, { refundFen }) => sum + (refundFen ?? 0), 0);
  const isAny = chosen.length > 0;
  return (
    <section className="refunds-chosen" aria-label="处理所选退款">
      {isAny && open === 'answer' && <AnswerForm chosen={chosen} onDone={done} />}
      {isAny && open === 'handOver' && <HandOverForm taskIds={taskIds} onDone={done} />}
      <div className="refunds-chosen-line">
        <span className="numeric" aria-live="polite">
          {areMarked && (
            <>
              已选 {chosen.length} 笔 · <Money fen={sumFen} isStrong />
            </>
          )}
        </span>
        <Button type="primary" disabled={chosen.length !== 1} onClick={onOpen}>
          打开 <Kbd keys="Enter" />
        </Button>
        <Toggle
          shortcut={SHORTCUTS.answerRefunds}
          label="登记处理"
          isPossible={isAny}
          isOpen={open === 'answer'}
          onToggle={() => toggle('answer')}
        />
        <Toggle
          shortcut={SHORTCUTS.handOverRefunds}
          label="转交"
          isPossible={taskIds.length > 0}
          isOpen={open === 'handOver'}
          onToggle={() => toggle('handOver')}
        />
      </div>
    </section>
  );
}
