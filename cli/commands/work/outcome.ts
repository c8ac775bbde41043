import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import {
  UNPAID_REASON_LABELS,
  UNPAID_REASONS,
  type UnpaidReason,
} from '../../../shared/domain/orders/unpaid-reason.ts';
import { REFUND_DECISIONS, RETENTIONS } from '../../../shared/domain/refunds/refund.ts';
import { idIn } from '../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';

import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { instant, oneOf, optional, required } from '../../values.ts';
import { tasksJson } from './tasks.ts';

const OUTCOMES = ['done', 'snoozed', 'lost'] as const;

/** A reason by its code or its Chinese name; anything else is kept in the agent's words. */
function reasonOf(text: string | undefined): { reason: UnpaidReason | null; words: string | null } {
  if (text === undefined) return { reason: null, words: null };
  const known = UNPAID_REASONS.find((reason) => reason === text || UNPAID_REASON_LABELS[reason] === text);
  return known === undefined ? { reason: 'other', words: text } : { reason: known, words: null };
}

type Written = { readonly task: Task; readonly note: string | null; readonly actor: Actor };

/** A refund is answered, or its customer was asked to keep the order; where neither is named the task is done. */
function recordDone(
  { core, values }: Invocation,
  { task, note, actor }: Written,
  complete: () => Recorded,
): () => Recorded {
  const [decisionText, retentionText] = [optional(values, 'decision'), optional(values, 'retention')];
  if (decisionText === undefined && retentionText === undefined) return complete;
  const refundId = idIn(task.subject, 'refund');
  if (refundId === null) throw new AppError('invalid-input', '只有退款的待办可以登记处理意见');
  const { answer, noteRetention } = core.noteRefund;
  if (decisionText === undefined) {
    const retention = oneOf(required(values, 'retention'), RETENTIONS, '--retention');
    return () => noteRetention({ refundId, retention, note }, actor);
  }
  const decision = oneOf(decisionText, REFUND_DECISIONS, '--decision');
  const retention =
    retentionText === undefined ? {} : { retention: oneOf(retentionText, RETENTIONS, '--retention') };
  return () => answer({ refundId, decision, note, ...retention }, actor);
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  const [id, outcomeText, ...rest] = positionals;
  if (id === undefined || outcomeText === undefined || rest.length > 0) {
    throw new UsageError('请给出待办编号与结果：outcome TASK_ID done|snoozed|lost');
  }
  const outcome = oneOf(outcomeText, OUTCOMES, '结果');
  const untilText = outcome === 'snoozed' ? required(values, 'until') : optional(values, 'until');
  const untilMs = untilText === undefined ? 0 : instant(untilText, 'until');
  required(values, 'agent');
  const taskId = id as TaskId;
  const task = core.stores.tasks.get(taskId);
  if (!task) throw new AppError('not-found', `没有编号为 ${id} 的待办`);
  const { reason, words } = reasonOf(optional(values, 'reason'));
  const note = [words, optional(values, 'note')].filter(Boolean).join('；') || null;
  const actor = { agentId: agentNamed(invocation).id, nowMs: core.clock.now() };
  const { completeTask, snoozeTask } = core.taskActions;
  const isChecked = values['checks'] === true;
  const checks = isChecked ? { inStock: true, notCancelled: true, reminderSent: true } : null;
  const record = {
    done: recordDone(invocation, { task, note, actor }, () =>
      completeTask({ taskId, reason, note, checks }, actor),
    ),
    snoozed: () => snoozeTask({ taskId, untilMs, reason, note }, actor),
    lost: () => {
      const orderId = idIn(task.subject, 'order');
      if (orderId === null) throw new AppError('invalid-input', '只有订单的待办可以放弃');
      return core.chasing.giveUpChase({ orderId, reason: reason ?? 'other', note }, actor);
    },
  } as const;
  const { message, activityId } = record[outcome]();
  const after = core.stores.tasks.get(taskId) ?? task;
  const [shown] = tasksJson(invocation, [after]);
  return done({ activityId, task: shown }, [message]);
}

export const outcomeCommand: StoreCommand = {
  name: 'outcome',
  usage: 'outcome TASK_ID done|snoozed|lost --agent NAME [--reason R] [--until ISO] [--note TEXT]',
  summary: '记录一项待办的结果',
  help: [
    '  done           已联系客户',
    '  snoozed        延后，须给出 --until',
    '  lost           放弃，此后不再催付',
    '  --agent NAME   客服，不存在时新建（必填）',
    `  --reason R     ${UNPAID_REASONS.map((reason) => `${reason}（${UNPAID_REASON_LABELS[reason]}）`).join('、')}`,
    '  --until ISO    延后到',
    '  --note TEXT    备注',
    `  --decision D   退款的处理：${REFUND_DECISIONS.join('、')}`,
    `  --retention R  挽留结果：${RETENTIONS.join('、')}`,
    '  --checks       发送 7 天警告前：有货、未取消、已提醒，均已核对',
  ],
  options: {
    agent: { type: 'string' },
    reason: { type: 'string' },
    until: { type: 'string' },
    note: { type: 'string' },
    decision: { type: 'string' },
    retention: { type: 'string' },
    checks: { type: 'boolean' },
  },
  run,
};
