import {
  adviceText,
  attentionAtMs,
  isMissed,
  isToDo,
  TASK_KINDS,
  TASK_STATE_LABELS,
  TASK_STATES,
  type Task,
  taskKindLabel,
} from '../../shared/domain/task.ts';
import { formatBeijing, toBeijingIso } from '../../shared/time/beijing.ts';
import { type Command, done, type Invocation } from '../command.ts';
import { instant, oneOf, optional, refuseWords } from '../values.ts';

const isoOrNull = (atMs: number | null) => (atMs === null ? null : toBeijingIso(atMs));

/** The customer and the subject of the task, in the platform's words. */
function subjectOf(core: Invocation['core'], { subject }: Task) {
  const { title, customerNick } = core.subjects.summarise([subject])(subject);
  return { subject: { type: subject.kind, no: title }, customer: customerNick };
}

/** The store keeps what it was told; a time that was asked for decides what that means then. */
function atTheTime(task: Task, nowMs: number | null): Task {
  if (nowMs === null) return task;
  if (!isToDo(task)) return task;
  if (isMissed(task, nowMs)) return { ...task, state: 'cancelled', cancelReason: '已错过' };
  return attentionAtMs(task) <= nowMs ? { ...task, state: 'open' } : task;
}

/** `null`: no time was named with `--now`, so tasks are shown as they are stored. */
function askedTime({ core, values }: Pick<Invocation, 'core' | 'values'>): number | null {
  return optional(values, 'now') === undefined ? null : core.clock.now();
}

/** A task as the command line shows it. */
export function taskJson({ core, values }: Pick<Invocation, 'core' | 'values'>, stored: Task) {
  const task = atTheTime(stored, askedTime({ core, values }));
  const { agents, shops } = core.stores;
  return {
    id: task.id,
    kind: task.kind,
    step: task.step,
    state: task.state,
    dueAt: toBeijingIso(attentionAtMs(task)),
    snoozedUntil: isoOrNull(task.snoozedUntilMs),
    expiresAt: isoOrNull(task.expiresAtMs),
    reason: task.reason,
    note: task.snoozeNote,
    advice: task.advice && adviceText(task.advice),
    amountFen: task.amountAtRiskFen,
    ...subjectOf(core, task),
    shop: task.shopId && (shops.get(task.shopId)?.name ?? null),
    owner: task.ownerId && (agents.get(task.ownerId)?.name ?? null),
    cancelReason: task.cancelReason,
  };
}

function lineOf(task: ReturnType<typeof taskJson>): string {
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
  const tasks = core.stores.tasks
    .listTasks({ kind: wantedKind, state: null, dueBeforeMs: null, limit: -1 })
    .map((task) => atTheTime(task, askedTime(invocation)))
    .filter((task) => wantedState === null || task.state === wantedState)
    .filter((task) => attentionAtMs(task) < dueBeforeMs)
    .toSorted((a, b) => attentionAtMs(a) - attentionAtMs(b));
  const json = tasks.map((task) => taskJson(invocation, task));
  return done(json, json.length === 0 ? ['没有待办'] : json.map(lineOf));
}

export const tasksCommand: Command = {
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
