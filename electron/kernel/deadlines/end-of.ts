import {
  type Deadline,
  type DeadlineKind,
  type DeadlineTime,
  endOfKind,
  type RuleEnd,
} from '../../../shared/domain/shared-parts/deadline.ts';
import { type SubjectKind, type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';

type Dependencies = {
  readonly deadlines: { listOf(kind: SubjectKind, ids: readonly string[]): Deadline[] };
  /** The ends that follow from the subjects by themselves. */
  readonly endsOf: (kind: SubjectKind, ids: readonly string[]) => ReadonlyMap<string, readonly RuleEnd[]>;
};

/** The time that counts for the end of each: a file before an agent, an agent before the settings of the shop. */
export type EndsOf = (
  subjects: readonly SubjectRef[],
  kind: DeadlineKind,
) => (subject: SubjectRef) => DeadlineTime | null;

/** Of many subjects in a few statements. */
export function createEndsOf({ deadlines, endsOf }: Dependencies): EndsOf {
  return (subjects, kind) => {
    const times = new Map<string, DeadlineTime | null>();
    for (const [subjectKind, same] of Map.groupBy(subjects, (subject) => subject.kind)) {
      const ids = same.map(({ id }): string => id);
      const ends = endsOf(subjectKind, ids);
      const stored = Map.groupBy(deadlines.listOf(subjectKind, ids), ({ subject }): string => subject.id);
      for (const subject of same) {
        const time = endOfKind(kind, stored.get(subject.id) ?? [], ends.get(subject.id) ?? []);
        times.set(subjectKey(subject), time);
      }
    }
    return (subject) => times.get(subjectKey(subject)) ?? null;
  };
}
