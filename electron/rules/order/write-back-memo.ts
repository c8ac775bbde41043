import { type Memo, pendingMemosOf } from '../../../shared/domain/memos/memo.ts';
import { showsMemo } from '../../../shared/domain/memos/memo-text.ts';
import { FLAG_LABELS } from '../../../shared/domain/orders/order.ts';
import type { OrderRule, OrderSubject } from '../../../shared/domain/orders/order-subject.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { DAY } from '../../../shared/time/durations.ts';

/** After so long nobody can say any more what the memo was good for. */
const ASKED_FOR_MS = 30 * DAY;

type Wanted = Pick<WantedTask, 'step' | 'occurrence' | 'dueAtMs' | 'expiresAtMs' | 'reason' | 'ownerId'>;

/** O1, X4: a copied memo is written back, and written again where an import does not show it. */
export const writeBackMemo: OrderRule = {
  kind: 'memo',
  concerns: ({ claims }) => pendingMemosOf(claims).length > 0,
  find,
  settledBy: ({ claims }) =>
    pendingMemosOf(claims).length > 0 ? null : { reason: '备注已核实或不再需要', isFinal: false },
};

const listed = (memos: readonly Memo[]) => memos.map(({ fragment }) => fragment).join('；');

const ownedBy = ({ agentId }: Memo) => (agentId === null ? {} : { ownerId: agentId });

/** Copied anew, a memo is due anew; one text holds all of them, so they are written at once. */
const occurrenceOf = ({ id, copiedAtMs }: Memo): string => `${id}@${copiedAtMs}`;

function toWrite(memos: readonly Memo[], writeBackMs: number): Wanted[] {
  const copied = memos.filter(({ state }) => state === 'copied');
  const last = copied.at(-1);
  if (!last) return [];
  return [
    {
      step: 'write',
      occurrence: occurrenceOf(last),
      dueAtMs: last.copiedAtMs + writeBackMs,
      expiresAtMs: null,
      reason: `备注还没写到订单：${listed(copied)}`,
      ...ownedBy(last),
    },
  ];
}

/** Either the words are not there, or they are under another flag. */
function missingText(memos: readonly Memo[], { order }: OrderSubject): string {
  const unsaid = memos.filter(
    (memo) => showsMemo({ memo: order.memo, memoBefore: order.memo }, memo) !== true,
  );
  if (unsaid.length > 0) return `导入的订单上没有这条备注：${listed(unsaid)}`;
  const [last] = memos.slice(-1);
  const wanted = last ? FLAG_LABELS[last.flag] : '';
  return order.flag === null
    ? `导入的订单上没有${wanted}：${listed(memos)}`
    : `导入的订单是${FLAG_LABELS[order.flag]}，应为${wanted}：${listed(memos)}`;
}

function toWriteAgain(memos: readonly Memo[], subject: OrderSubject): Wanted[] {
  const unproven = memos.filter(({ state }) => state === 'unproven');
  const last = unproven.at(-1);
  if (!last) return [];
  const sinceMs = last.judgedAtMs ?? last.copiedAtMs;
  return [
    {
      step: 'unproven',
      occurrence: occurrenceOf(last),
      dueAtMs: sinceMs,
      expiresAtMs: sinceMs + ASKED_FOR_MS,
      reason: missingText(unproven, subject),
      ...ownedBy(last),
    },
  ];
}

/** The money of the order where others act by the memo; a change of the price shows on the order itself. */
function amountOf(memos: readonly Memo[], { order }: OrderSubject): number {
  return memos.every(({ template }) => template === 'price-change') ? 0 : (order.paidFen ?? 0);
}

function find(subject: OrderSubject): WantedTask[] {
  const memos = pendingMemosOf(subject.claims);
  const { writeBackMs } = subject.settings.memo;
  const common = {
    kind: 'memo',
    subject: { kind: 'order', id: subject.order.id },
    amountAtRiskFen: amountOf(memos, subject),
    advice: null,
  } as const;
  return [...toWrite(memos, writeBackMs), ...toWriteAgain(memos, subject)].map((task) =>
    Object.assign(task, common),
  );
}
