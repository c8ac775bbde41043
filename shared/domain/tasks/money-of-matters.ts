import { subjectKey } from '../subjects/subject.ts';
import type { Task } from './task.ts';

type Priced = Pick<Task, 'matter' | 'subject' | 'amountAtRiskFen'>;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const most = (amounts: Iterable<number>): number => Math.max(0, ...amounts);

/** Each subject once, however many tasks it has; subjects of one kind together, of several kinds the most. */
function moneyOfMatter(tasks: readonly Priced[]): number {
  const ofKinds = Map.groupBy(tasks, ({ subject }) => subject.kind).values();
  return most(
    Array.from(ofKinds, (same) => {
      const ofSubjects = Map.groupBy(same, ({ subject }) => subjectKey(subject)).values();
      return sum(Array.from(ofSubjects, (own) => most(own.map(({ amountAtRiskFen }) => amountAtRiskFen))));
    }),
  );
}

/** The money at risk in all, as the queue counts it. */
export const moneyOfMatters = (tasks: readonly Priced[]): number =>
  sum(Array.from(Map.groupBy(tasks, ({ matter }) => matter).values(), moneyOfMatter));
