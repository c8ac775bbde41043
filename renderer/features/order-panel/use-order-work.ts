import { useState } from 'react';
import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/task.ts';
import { type UnpaidReason } from '../../../shared/domain/unpaid-reason.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { WarningChecks } from '../../../shared/ipc/contract/task-contract.ts';
import { useAction } from '../../ui/use-action.ts';

export const FORMS = [
  'reason',
  'bargain',
  'snooze',
  'handOver',
  'note',
  'claimPaid',
  'giveUp',
  'closeTime',
] as const;
export type FormName = (typeof FORMS)[number];

const NO_CHECKS: WarningChecks = { inStock: false, notCancelled: false, reminderSent: false };

type Options = {
  readonly detail: OrderDetail;
  readonly task: Task | null;
  readonly reason: UnpaidReason | null;
  readonly onAdvance: () => void;
  readonly onOpenOrder: (orderId: OrderId, taskId: TaskId | null) => void;
};

/** P6: the warning step asks for all three checks before it can be done. */
export function needsChecks(task: Task | null): boolean {
  return task?.kind === 'chase' && task.step === 'warn';
}

/** What the agent is about to do with the order that is open. */
export function useOrderWork({ detail, task, reason, onAdvance, onOpenOrder }: Options) {
  const [form, setForm] = useState<FormName | null>(null);
  const [agreedAtMs, setAgreedAtMs] = useState<number | null>(null);
  const [checks, setChecks] = useState(NO_CHECKS);
  const show = (next: FormName | null) => {
    setForm(next);
    setAgreedAtMs(null);
  };
  /** What was taken back is before the agent again. */
  const comeBack = () => onOpenOrder(detail.order.id, task?.id ?? null);
  const complete = useAction('tasks.complete', onAdvance, comeBack);
  const isChecked = checks.inStock && checks.notCancelled && checks.reminderSent;
  const isUnpaid = detail.order.status === 'unpaid';
  const isAsked = task !== null && taskKindSpec(task.kind).answeredIn(task.step) !== null;
  const canComplete = task !== null && !isAsked && (!needsChecks(task) || isChecked);

  return {
    detail,
    task,
    form,
    isUnpaid,
    checks,
    setChecks,
    canComplete,
    /** R10: the task is a question to the lead; answering it is the only way to end it. */
    isAsked,
    canRecord: (name: FormName): boolean => {
      if (name === 'note') return true;
      if (name === 'snooze' || name === 'handOver') return task !== null;
      return isUnpaid;
    },
    /** P2: named in the open form, not on record yet. */
    agreedAtMs,
    setAgreedAtMs,
    toggle: (name: FormName) => show(form === name ? null : name),
    closeForm: () => show(null),
    /** Closes the form and goes on to the next task. */
    finish: () => {
      show(null);
      onAdvance();
    },
    comeBack,
    complete: (note: string | null = null) => {
      // A second press while the first is under way would complete nothing twice, but would skip a row.
      if (!task || !canComplete || complete.isPending) return;
      complete.mutate({ id: task.id, reason, note, checks: needsChecks(task) ? checks : null });
    },
  };
}
export type OrderWork = ReturnType<typeof useOrderWork>;
