import { z } from 'zod';
import { HOUR, MINUTE } from '../../time/durations.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import type { Task } from './task.ts';

/**
 * The parts of the queue, of which every matter is in one: what can be done now (`todo`), what a colleague gave the agent
 * who asks (`given`), what was promised for later, what comes later, what belongs to colleagues, what was missed.
 */
export const QUEUE_TABS = ['todo', 'given', 'promised', 'later', 'colleagues', 'missed'] as const;
export const QueueTab = z.enum(QUEUE_TABS);
export type QueueTab = z.infer<typeof QueueTab>;

/** How soon a matter ends: the last hour, this day, later, no end that is known; last what is better left alone. */
export const QUEUE_GROUPS = ['hour', 'today', 'later', 'endless', 'against'] as const;
export const QueueGroup = z.enum(QUEUE_GROUPS);
export type QueueGroup = z.infer<typeof QueueGroup>;

export const QUEUE_SORTS = ['urgency', 'time', 'money'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** As SQLite answers. */
type Flag = 0 | 1;

/** A task as far as its place in the queue goes: a row as the store reads it, of which there are many. */
export type RankedTask = Pick<Task, 'matter' | 'kind' | 'shopId' | 'ownerId' | 'expiresAtMs' | 'endsAtMs'> & {
  readonly rowid: number;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly attentionAtMs: number;
  readonly amountFen: number;
  readonly isAgainst: Flag;
  readonly isPromise: Flag;
  readonly isGiven: Flag;
};

/** The agent who looks, and when: both decide what is in which tab. `null`: nobody has signed in, and nobody is a colleague. */
export type Looking = {
  readonly agentId: string | null;
  readonly nowMs: number;
  readonly endOfDayMs: number;
};

function tabOf(task: RankedTask, { agentId, nowMs }: Looking): QueueTab {
  if (task.expiresAtMs !== null && task.expiresAtMs <= nowMs) return 'missed';
  const isOwned = agentId !== null && task.ownerId !== null;
  if (isOwned && task.ownerId !== agentId) return 'colleagues';
  if (isOwned && task.isGiven === 1) return 'given';
  if (task.attentionAtMs <= nowMs) return 'todo';
  return task.isPromise === 1 ? 'promised' : 'later';
}

/** The end that matters: the subject's own, else the task's. */
const endOf = ({ endsAtMs, expiresAtMs }: RankedTask): number | null => endsAtMs ?? expiresAtMs;

/** A task that is past its end and can still be done is of this day: the last hour is for those that can be saved. */
function groupOf(task: RankedTask, { nowMs, endOfDayMs }: Looking): QueueGroup {
  if (task.isAgainst === 1) return 'against';
  const endMs = endOf(task);
  if (endMs === null) return 'endless';
  if (endMs > nowMs && endMs <= nowMs + HOUR) return 'hour';
  return endMs < endOfDayMs ? 'today' : 'later';
}

const numbered = <K extends string>(keys: readonly K[]): Readonly<Record<K, number>> =>
  // Every key is there, because the entries are made from the keys.
  Object.fromEntries(keys.map((key, at) => [key, at])) as Record<K, number>;
const TAB_PLACES = numbered(QUEUE_TABS);
const GROUP_PLACES = numbered(QUEUE_GROUPS);

/** Tens say the tab, ones the group: a matter stands where the first of its tasks does. */
const placeOf = (task: RankedTask, looking: Looking): number =>
  TAB_PLACES[tabOf(task, looking)] * 10 + GROUP_PLACES[groupOf(task, looking)];

/** A matter with its place, and all that its order follows from. */
export type RankedMatter = {
  /** The task that stands for it. */
  readonly lead: RankedTask;
  readonly place: number;
  readonly tab: QueueTab;
  readonly group: QueueGroup;
  readonly amountFen: number;
  /** The first end of any of its tasks. */
  readonly endsAtMs: number | null;
  /** When the first of its tasks wants attention. */
  readonly attentionAtMs: number;
  /** Money by the time until the end: what is lost for each minute that it waits. */
  readonly urgency: number;
};

/**
 * The money of a matter: each subject once, subjects of one kind together, as two refunds of one order; of several kinds
 * the most, because the order and its refunds are about the same money.
 */
function moneyOf(tasks: readonly RankedTask[]): number {
  const [first, second] = tasks;
  if (first === undefined) return 0;
  // A matter has nearly always one task, and one subject.
  if (second === undefined) return first.amountFen;
  if (tasks.every(({ subjectId }) => subjectId === first.subjectId))
    return tasks.reduce((most, { amountFen }) => Math.max(most, amountFen), 0);
  const ofSubject = new Map<string, RankedTask>();
  for (const task of tasks) {
    const key = `${task.subjectKind}:${task.subjectId}`;
    if (task.amountFen >= (ofSubject.get(key)?.amountFen ?? 0)) ofSubject.set(key, task);
  }
  const ofKind = new Map<string, number>();
  for (const { subjectKind, amountFen } of ofSubject.values())
    ofKind.set(subjectKind, (ofKind.get(subjectKind) ?? 0) + amountFen);
  return Math.max(...ofKind.values());
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** A matter without money is worth that much, so that the time that is left tells it from the next one. */
const LEAST_FEN = 5000;
/** Two minutes or five make no difference to what is done first, ¥20 or ¥2 000 do. */
const LEAST_LEFT_MS = 15 * MINUTE;

function urgencyOf(amountFen: number, endsAtMs: number | null, nowMs: number): number {
  if (endsAtMs === null) return 0;
  return (amountFen + LEAST_FEN) / (Math.max(endsAtMs - nowMs, 0) + LEAST_LEFT_MS);
}

/** `tasks` are those that are to do about one matter, and at least one. */
export function rankMatter(tasks: readonly [RankedTask, ...RankedTask[]], looking: Looking): RankedMatter {
  let [lead] = tasks;
  let place = placeOf(lead, looking);
  let endsAtMs = endOf(lead);
  let attentionAtMs = lead.attentionAtMs;
  for (let at = 1; at < tasks.length; at++) {
    const task = tasks[at] ?? lead;
    const own = placeOf(task, looking);
    if (own < place || (own === place && task.attentionAtMs < lead.attentionAtMs)) lead = task;
    place = Math.min(place, own);
    endsAtMs = earlier(endsAtMs, endOf(task));
    attentionAtMs = Math.min(attentionAtMs, task.attentionAtMs);
  }
  const amountFen = moneyOf(tasks);
  return {
    lead,
    place,
    // Both were made from the lists.
    tab: QUEUE_TABS[Math.floor(place / 10)] ?? 'todo',
    group: QUEUE_GROUPS[place % 10] ?? 'endless',
    amountFen,
    endsAtMs,
    attentionAtMs,
    urgency: urgencyOf(amountFen, endsAtMs, looking.nowMs),
  };
}

type Order = (a: RankedMatter, b: RankedMatter) => number;

const byTime: Order = (a, b) =>
  a.attentionAtMs - b.attentionAtMs || b.amountFen - a.amountFen || a.lead.rowid - b.lead.rowid;
const byMoney: Order = (a, b) => b.amountFen - a.amountFen || byTime(a, b);
const byEnd: Order = (a, b) => (b.endsAtMs ?? 0) - (a.endsAtMs ?? 0) || byMoney(a, b);
const againstLast: Order = (a, b) => Number(a.group === 'against') - Number(b.group === 'against');

const IN_ONE_ROW: ReadonlySet<QueueTab> = new Set(['promised', 'later', 'missed']);

/** Where something can be done now, matters stand in groups, and what is better left is last. */
export const isRankedTab = (tab: QueueTab): boolean => !IN_ONE_ROW.has(tab);

/**
 * By urgency: the groups one below the other, in each first what costs most for each minute that it waits. What comes
 * later comes in the order of its time, what was missed in the order of its end, the last one first. `null`: all tabs,
 * one after the other.
 */
export function orderOf(tab: QueueTab | null, sort: QueueSort): Order {
  if (tab !== null && !isRankedTab(tab)) {
    if (sort === 'urgency') return tab === 'missed' ? byEnd : byTime;
    return sort === 'money' ? byMoney : byTime;
  }
  if (sort !== 'urgency') {
    const inner = sort === 'money' ? byMoney : byTime;
    return (a, b) => againstLast(a, b) || inner(a, b);
  }
  return (a, b) => a.place - b.place || b.urgency - a.urgency || byTime(a, b);
}
