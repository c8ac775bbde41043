import { ownValue } from '../../../own-value.ts';
import type { Rule } from '../../tasks/rule.ts';
import type { AfterSalesCase } from './after-sales-case.ts';
import type { CaseKindSpec } from './kinds/case-kind-spec.ts';

/** Everything that the rules about a case may look at. */
export type CaseSubject = {
  readonly openCase: AfterSalesCase;
  /** `null`: a kind that this build does not know. */
  readonly spec: CaseKindSpec | null;
};

export type CaseRule = Rule<CaseSubject>;

/** `'撤单 · 联系客户'` */
export function caseStepText({ openCase: { kind, step }, spec }: CaseSubject): string {
  return `${spec?.label ?? kind} · ${(spec && ownValue(spec.steps, step)?.label) ?? step}`;
}
