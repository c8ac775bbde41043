import type { ActivityData } from '../../../shared/domain/activities/activity.ts';
import { ANSWERED_STEP } from '../../../shared/domain/chasing/chase-settings.ts';
import type { ActivityId, AgentId, OrderId, TaskId } from '../../../shared/domain/ids.ts';
import type { TaskKind } from '../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { type ActivityRow, toActivityData } from '../activities/activity-row.ts';
import type { ReadableDb } from '../connection.ts';

/** One message that went to the customer of an order. */
export type SentMessage = {
  readonly orderId: OrderId;
  readonly taskId: TaskId | null;
  readonly atMs: EpochMs;
  readonly step: string;
  readonly reason: string | null;
  readonly scriptCode: string | null;
  /** The use of that script: the copy of its first part. */
  readonly useId: ActivityId | null;
  readonly agentId: AgentId | null;
  /** An agent recorded it; otherwise only the copied script speaks for it. */
  readonly isRecorded: boolean;
};

export type ChaseHistory = {
  readonly messages: readonly SentMessage[];
  readonly answeredAtMs: EpochMs | null;
  readonly isDuplicateSettled: boolean;
};

type HistoryRow = ActivityRow & { readonly task_kind: TaskKind | null };
type Entry = HistoryRow & { readonly facts: ActivityData };

const NO_HISTORY: ChaseHistory = { messages: [], answeredAtMs: null, isDuplicateSettled: false };

/** An agent noted what the customer said. */
const ANSWERS: ReadonlySet<string> = new Set(['reason-noted', 'pay-agreed', 'reorder-agreed']);

/**
 * The messages that were sent for an order: each chase that was recorded, and where none was recorded for a chase task,
 * the first copy of a script for it, because agents paste at once. One message per task; an undone chase counts in
 * neither way. An answer belongs to the message before it; where none went out within a day, somebody has spoken to the
 * customer all the same, and the answer is the contact.
 */
function historyOf(rows: readonly HistoryRow[]): ChaseHistory {
  const entries = rows
    .map((row) => ({ ...row, facts: toActivityData(row.data) }))
    // Within one millisecond, the order in which they were written is kept.
    .toSorted((a, b) => a.at_ms - b.at_ms);
  const undone = new Set(entries.map((entry) => entry.facts.undoes));
  const chases = entries.filter((entry) => entry.kind === 'chased');
  const copies = entries.filter((entry) => entry.kind === 'script-copied' && entry.task_kind === 'chase');
  const copyOf = (chase: Entry) =>
    copies.findLast((copy) => copy.task_id === chase.task_id && copy.at_ms <= chase.at_ms);
  const useOf = (copy: Entry | undefined) =>
    copies.findLast(
      ({ task_id, script_id, facts, at_ms }) =>
        task_id === copy?.task_id &&
        script_id === copy.script_id &&
        (facts.part ?? 1) === 1 &&
        at_ms <= copy.at_ms,
    );
  const recorded = chases
    .filter((chase) => !undone.has(chase.id))
    .map((chase) => ({ chase, copy: copyOf(chase) }))
    .map(({ chase, copy }) => toMessage(chase, copy, useOf(copy)));
  const unrecorded = copies
    .filter((copy) => !chases.some((chase) => chase.task_id === copy.task_id))
    .filter((copy, index, all) => all.findIndex((other) => other.task_id === copy.task_id) === index)
    .map((copy) => toMessage(copy, copy, useOf(copy)));
  const answers = entries.filter((entry) => ANSWERS.has(entry.kind) && !undone.has(entry.id));
  const messages = [...recorded, ...unrecorded];
  for (const answer of answers) if (!isSpokenTo(messages, answer.at_ms)) messages.push(toContact(answer));
  return {
    messages: messages.toSorted((a, b) => a.atMs - b.atMs),
    answeredAtMs: answers.at(-1)?.at_ms ?? null,
    isDuplicateSettled: entries.some((entry) => entry.kind === 'duplicate-settled' && !undone.has(entry.id)),
  };
}

const isSpokenTo = (contacts: readonly SentMessage[], atMs: EpochMs): boolean =>
  contacts.some((contact) => contact.atMs <= atMs && contact.atMs > atMs - DAY);

const toContact = (answer: Entry): SentMessage => ({
  ...toMessage(answer, undefined, undefined),
  taskId: null,
  step: ANSWERED_STEP,
  isRecorded: true,
});

function toMessage(entry: Entry, copy: Entry | undefined, use: Entry | undefined): SentMessage {
  return {
    // The statement asks for activities of orders only.
    orderId: entry.subject_id as OrderId,
    taskId: entry.task_id,
    atMs: entry.at_ms,
    step: entry.facts.step ?? '',
    reason: entry.facts.reason ?? null,
    scriptCode: entry.facts.scriptCode ?? copy?.facts.scriptCode ?? null,
    useId: use?.id ?? null,
    agentId: entry.agent_id,
    isRecorded: entry.kind === 'chased',
  };
}

/** Reads what was sent for many orders at once. */
export function createChaseHistories(db: ReadableDb) {
  const select = db.prepare<[string], HistoryRow>(/* sql */ `
    SELECT a.*, t.kind AS task_kind FROM json_each(?) AS wanted
    CROSS JOIN activities a ON a.subject_kind = 'order' AND a.subject_id = wanted.value
      AND a.kind IN ('chased', 'script-copied', 'reason-noted', 'pay-agreed', 'reorder-agreed', 'duplicate-settled', 'undone')
    LEFT JOIN tasks t ON t.id = a.task_id
    ORDER BY a.id`);

  return (orderIds: readonly OrderId[]): ((id: OrderId) => ChaseHistory) => {
    const rows = select.all(JSON.stringify(orderIds));
    const byOrder = Map.groupBy(rows, (row) => row.subject_id);
    const histories = new Map([...byOrder].map(([id, ofOrder]) => [id, historyOf(ofOrder)]));
    return (id) => histories.get(id) ?? NO_HISTORY;
  };
}
