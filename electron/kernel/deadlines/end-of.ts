import {
  type Deadline,
  type DeadlineKind,
  type DeadlineTime,
  endOfKind,
  type RuleEnd,
} from '../../../shared/domain/shared-parts/deadline.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';

type Dependencies = {
  readonly deadlines: { listOf(kind: SubjectRef['kind'], ids: readonly string[]): Deadline[] };
  /** The ends that follow from the subject by itself. */
  readonly endsOf: (subject: SubjectRef) => readonly RuleEnd[];
};

/** The time that counts for the end: a file before an agent, an agent before the settings of the shop. */
export type EndOf = (subject: SubjectRef, kind: DeadlineKind) => DeadlineTime | null;

export function createEndOf({ deadlines, endsOf }: Dependencies): EndOf {
  return (subject, kind) => endOfKind(kind, deadlines.listOf(subject.kind, [subject.id]), endsOf(subject));
}
