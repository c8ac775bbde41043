import type { CommonRule } from '../../../shared/domain/subjects/common-subject.ts';
import { askRefutedClaimAgain } from './ask-refuted-claim-again.ts';
import { doRecurringDuty } from './do-recurring-duty.ts';
import { retryContact } from './retry-contact.ts';
import { warnOfDeadline } from './warn-of-deadline.ts';

/** The rules about subjects of every kind. */
export const commonRules: readonly CommonRule[] = [
  retryContact,
  askRefutedClaimAgain,
  warnOfDeadline,
  doRecurringDuty,
];
