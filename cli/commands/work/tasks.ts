import {
  asSubject,
  idIn,
  type SubjectRef,
  type SubjectSummary,
} from '../../../shared/domain/subjects/subject.ts';
import {
  adviceText,
  attentionAtMs,
  isMissed,
  isToDo,
  MISSED,
  TASK_KINDS,
  TASK_STATE_LABELS,
  TASK_STATES,
  type Task,
  taskKindLabel,
} from '../../../shared/domain/tasks/task.ts';
import { formatBeijing, toBeijingIso } from '../../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { instant, oneOf, optional, refuseWords } from '../../values.ts';

const isoOrNull = (atMs: number | null) => (atMs === null ? null : toBeijingIso(atMs));

/** The store keeps a task in the state that it had last; `--now` asks for its state at another time. */
function atTheTime(task: Task, nowMs: number | null): Task {
  if (nowMs === null) return task;
  if (!isToDo(task)) return task;
  if (isMissed(task, nowMs)) return { ...task, state: 'cancelled', cancelReason: MISSED };
  return attentionAtMs(task) <= nowMs ? { ...task, state: 'open' } : task;
}

/** `null`: no time was named with `--now`, so tasks are shown as they are stored. */
function askedTime({ core, values }: Invocation): number | null {
  return optional(values, 'now') === undefined ? null : core.clock.now();
}

/** The order behind each subject; that of a refund also while no import has shown the order. */
function orderNosOf(
  { core }: Invocation,
  summaryOf: (subject: SubjectRef) => SubjectSummary,
  tasks: readonly Task[],
): (subject: SubjectRef) => string | null {
  const summaries = tasks.map(({ subject }) => summaryOf(subject));
  const others = summaries.flatMap(({ ref, orderId }) =>
    orderId === null || ref.kind === 'order' ? [] : asSubject('order', orderId),
  );
  const otherOf = others.length === 0 ? summaryOf : core.subjects.summarise(others);
  const alone = summaries.flatMap(({ ref, orderId }) =>
    orderId === null ? (idIn(ref, 'refund') ?? []) : [],
  );
  const named = new Map<string, string | null>(
    core.stores.refunds.load(alone).map(({ id, orderNo }) => [id, orderNo]),
  );
  return (subject) => {
    const { orderId, title } = summaryOf(subject);
    if (orderId === null) return named.get(subject.id) ?? null;
    return subject.kind === 'order' ? title : otherOf(asSubject('order', orderId)).title;
  };
}

/** Tasks as the command line shows them; all their subjects are asked at once. */
export function tasksJson(invocation: Invocation, stored: readonly Task[]) {
  const { subjects, stores } = invocation.core;
  const nowMs = askedTime(invocation);
  const summaryOf = subjects.summarise(stored.map(({ subject }) => subject));
  const orderNoOf = orderNosOf(invocation, summaryOf, stored);
  return stored.map((one) => {
    const task = atTheTime(one, nowMs);
    const { title, customerNick } = summaryOf(task.subject);
    return {
      id: task.id,
      kind: task.kind,
      step: task.step,
      state: task.state,
      dueAt: toBeijingIso(attentionAtMs(task)),
      snoozedUntil: isoOrNull(task.snoozedUntilMs),
      expiresAt: isoOrNull(task.expiresAtMs),
      endsAt: isoOrNull(task.endsAtMs),
      reason: task.reason,
      note: task.snoozeNote,
      advice: task.advice && adviceText(task.advice),
      amountFen: task.amountAtRiskFen,
      orderNo: orderNoOf(task.subject),
      subject: { type: task.subject.kind, no: title },
      customer: customerNick,
      shop: task.shopId && (stores.shops.get(task.shopId)?.name ?? null),
      owner: task.ownerId && (stores.agents.get(task.ownerId)?.name ?? null),
      cancelReason: task.cancelReason,
    };
  });
}

function lineOf(task: ReturnType<typeof tasksJson>[number]): string {
  const when = formatBeijing(Date.parse(task.dueAt)).slice(0, 16);
  const amount = `¥${(task.amountFen / 100).toFixed(2)}`;
  return [
    `${when}  ${taskKindLabel(task.kind)}/${task.step}  ${TASK_STATE_LABELS[task.state]}`,
    `${task.subject.no}  ${task.customer ?? '—'}  ${amount}  ${task.reason}`,
    task.advice ?? '',
    task.id,
  ]
    .filter(Boolean)
    .join('  ');
}

function run(invocation: Invocation) {
  const { core, values, positionals } = invocation;
  refuseWords(positionals);
  const kind = optional(values, 'kind');
  const state = optional(values, 'state');
  const dueBefore = optional(values, 'due-before');
  const wantedKind = kind === undefined ? null : oneOf(kind, TASK_KINDS, '--kind');
  const wantedState = state === undefined ? null : oneOf(state, TASK_STATES, '--state');
  const dueBeforeMs = dueBefore === undefined ? Infinity : instant(dueBefore, 'due-before');
  const nowMs = askedTime(invocation);
  const tasks = core.stores.tasks
    .listTasks({ kind: wantedKind, state: null, dueBeforeMs: null, limit: -1 })
    .filter((task) => wantedState === null || atTheTime(task, nowMs).state === wantedState)
    .filter((task) => attentionAtMs(task) < dueBeforeMs)
    .toSorted((a, b) => attentionAtMs(a) - attentionAtMs(b));
  const json = tasksJson(invocation, tasks);
  return done(json, json.length === 0 ? ['没有待办'] : json.map(lineOf));
}

export const tasksCommand: StoreCommand = {
  name: 'tasks',
  usage: 'tasks [--kind K] [--state S] [--due-before ISO]',
  summary: '列出待办，最早到期的在前',
  help: [
    `  --kind K           ${TASK_KINDS.join('、')}`,
    `  --state S          ${TASK_STATES.join('、')}`,
    '  --due-before ISO   只列此时间之前到期的',
  ],
  options: { kind: { type: 'string' }, state: { type: 'string' }, 'due-before': { type: 'string' } },
  run,
};
