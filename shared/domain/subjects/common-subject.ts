import type { ContactAttempt } from '../shared-parts/contact-attempt.ts';
import type { DeadlineTime } from '../shared-parts/deadline.ts';
import type { DeadlineKindSpec } from '../shared-parts/deadline-kinds/deadline-kind-spec.ts';
import type { RecurringDuty } from '../shared-parts/recurring-duties/recurring-duty.ts';
import type { Claim } from '../tasks/claim.ts';
import type { ClaimSpec } from '../tasks/claim-kinds/claim-spec.ts';
import type { Rule } from '../tasks/rule.ts';
import type { SubjectRef } from './subject.ts';

/** A recurring duty of a subject. */
export type OwnDuty = RecurringDuty & {
  readonly key: string;
  /** Turns in a row that went by without it. */
  readonly missed: number;
};

/** The end of something, with what its kind says of it. */
export type OwnDeadline = {
  readonly kind: string;
  readonly time: DeadlineTime;
  readonly spec: DeadlineKindSpec;
};

/** A claim about a subject, with what its kind says of it. */
export type OwnClaim = { readonly claim: Claim; readonly spec: ClaimSpec };

/** Rules may look at these for a subject of any kind. */
export type CommonSubject = {
  readonly ref: SubjectRef;
  /** The last one. */
  readonly attempt: ContactAttempt | null;
  /** X4: the oldest first; without what was withdrawn. */
  readonly claims: readonly OwnClaim[];
  /** Of each kind of end the time that counts. */
  readonly deadlines: readonly OwnDeadline[];
  readonly duties: readonly OwnDuty[];
};

export type CommonRule = Rule<CommonSubject>;
