import {
  type Deadline,
  type DeadlineKind,
  type DeadlineTime,
  effectiveDeadline,
  type RuleEnd,
  ruleTime,
} from '../../../shared/domain/deadline.ts';
import type { SubjectRef } from '../../../shared/domain/subject.ts';

type Dependencies = {
  readonly deadlines: { listOf(kind: SubjectRef['kind'], ids: readonly string[]): Deadline[] };
  /** The ends that follow from the subject by itself. */
  readonly endsOf: (subject: SubjectRef) => readonly RuleEnd[];
};

/** The time that counts for the end: a file before an agent, an agent before the settings of the shop. */
export type EndOf = (subject: SubjectRef, kind: DeadlineKind) => DeadlineTime | null;

export function createEndOf({ deadlines, endsOf }: Dependencies): EndOf {
  return (subject, kind) =>
    effectiveDeadline<DeadlineTime>([
      ...deadlines.listOf(subject.kind, [subject.id]).filter((deadline) => deadline.kind === kind),
      ...endsOf(subject).flatMap((end) => (end.kind === kind ? ruleTime(end) : [])),
    ]);
}
