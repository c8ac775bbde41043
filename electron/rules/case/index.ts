import type { CaseRule } from '../../../shared/domain/shared-parts/case/case-subject.ts';
import { checkWaitingCase } from './check-waiting-case.ts';
import { doCaseStep } from './do-case-step.ts';
import { remindOfCase } from './remind-of-case.ts';

/** The rules about cases. */
export const caseRules: readonly CaseRule[] = [doCaseStep, checkWaitingCase, remindOfCase];
