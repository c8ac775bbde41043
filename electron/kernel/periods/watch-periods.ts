import type {
  HasDuties,
  RecurringDuty,
} from '../../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { subjectKey } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { periodAt } from '../../../shared/time/periods.ts';

type Dependencies = {
  readonly duties: Readonly<Record<string, RecurringDuty>>;
  /** Every subject that has the duty now. */
  readonly subjectsOf: (kind: HasDuties) => readonly SubjectRef[];
  /** In a transaction of its own. */
  readonly refreshTasks: (subjects: readonly SubjectRef[], nowMs: EpochMs) => unknown;
};

/**
 * A turn of a recurring duty begins by time alone, with nothing written that would run the rules. The scheduler's one
 * timer asks here whenever it looks, so that this happens at start, on resume and where a turn begins.
 */
export function createPeriodWatch({ duties, subjectsOf, refreshTasks }: Dependencies) {
  const all = Object.values(duties);
  const kinds = [...new Set(all.map(({ over }) => over))];
  let seen: { readonly untilMs: EpochMs; readonly subjects: string } | undefined;

  return {
    /** Runs the rules where a turn has begun or a subject was added since the last look; says when to look again. */
    look(nowMs: EpochMs): EpochMs | undefined {
      if (all.length === 0) return undefined;
      const subjects = kinds.flatMap(subjectsOf);
      const key = subjects.map(subjectKey).join();
      const periods = all.map(({ schedule }) => periodAt(schedule, nowMs));
      const untilMs = Math.min(...periods.map(({ endMs }) => endMs));
      if (seen?.untilMs !== untilMs || seen.subjects !== key) {
        refreshTasks(subjects, nowMs);
        seen = { untilMs, subjects: key };
      }
      return untilMs;
    },
  };
}
