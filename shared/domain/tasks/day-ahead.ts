import { z } from 'zod';
import { HOUR } from '../../time/durations.ts';
import { type Looking, type RankedMatter, type RankedTask, rankMatter } from './queue-place.ts';
import { TaskKind } from './task.ts';

export const WorkSum = z.object({ count: z.int(), amountFen: z.int() });
export type WorkSum = z.infer<typeof WorkSum>;

/** All that one agent has before them on this day; each matter and its money is in one of the first three. */
export const DayAhead = z.object({
  /** Can be done now. */
  now: WorkSum,
  /** Comes up within an hour. */
  hour: WorkSum,
  /** Comes up after that, until midnight. */
  later: WorkSum,
  /** Of those: what is lost within an hour. */
  endsSoon: WorkSum,
  /** The same matters by the kind of the task that leads each, what costs most first. */
  kinds: z.array(WorkSum.extend({ kind: TaskKind })),
});
export type DayAhead = z.infer<typeof DayAhead>;

const nothing = (): WorkSum => ({ count: 0, amountFen: 0 });

function add(sum: WorkSum, { amountFen }: RankedMatter): void {
  sum.count += 1;
  sum.amountFen += amountFen;
}

/** When a matter comes up: `null` for what is not the agent's, was missed, or is of another day. */
function partOf(
  { tab, attentionAtMs }: RankedMatter,
  { nowMs, endOfDayMs }: Looking,
): 'now' | 'hour' | 'later' | null {
  if (tab === 'colleagues' || tab === 'missed' || attentionAtMs >= endOfDayMs) return null;
  if (attentionAtMs <= nowMs) return 'now';
  return attentionAtMs <= nowMs + HOUR ? 'hour' : 'later';
}

/** `matters` are the tasks to do, those of each matter together. */
export function dayAhead(
  matters: Iterable<readonly [RankedTask, ...RankedTask[]]>,
  looking: Looking,
): DayAhead {
  const day = { now: nothing(), hour: nothing(), later: nothing(), endsSoon: nothing() };
  const ofKind = new Map<RankedTask['kind'], WorkSum>();
  for (const tasks of matters) {
    const matter = rankMatter(tasks, looking);
    const part = partOf(matter, looking);
    if (part === null) continue;
    add(day[part], matter);
    if (matter.group === 'hour') add(day.endsSoon, matter);
    const sum = ofKind.get(matter.lead.kind) ?? nothing();
    ofKind.set(matter.lead.kind, sum);
    add(sum, matter);
  }
  const kinds = [...ofKind]
    .map(([kind, sum]) => ({ kind, ...sum }))
    .toSorted((a, b) => b.amountFen - a.amountFen || b.count - a.count);
  return { ...day, kinds };
}
