import { ownValue } from '../../../own-value.ts';
import type { Rule } from '../../tasks/rule.ts';
import { type AfterSalesCase, isClosed } from './after-sales-case.ts';
import type { CaseFacts, CaseKindSpec } from './kinds/case-kind-spec.ts';

/** Everything that the rules about a case may look at. */
export type CaseSubject = {
  readonly openCase: AfterSalesCase;
  /** `null`: a kind that this build does not know. */
  readonly spec: CaseKindSpec | null;
  readonly facts: CaseFacts;
};

export type CaseRule = Rule<CaseSubject>;

type Named = Pick<CaseSubject, 'openCase' | 'spec'>;

/** A step that this build does not know is called by its key. */
export const stepLabel = ({ openCase: { step }, spec }: Named): string =>
  (spec && ownValue(spec.steps, step)?.label) ?? step;

/** `'撤单 · 联系客户'`, `'仓库来问：没有尺码 · 打电话问客户'` */
export function caseStepText(subject: Named): string {
  const { openCase, spec } = subject;
  const about = spec?.about?.(openCase.fields) ?? null;
  return `${spec?.label ?? openCase.kind}${about === null ? '' : `：${about}`} · ${stepLabel(subject)}`;
}

/** The sentence for what an import shows of the case; a case that is closed has no news. */
export const caseNews = ({ openCase, spec, facts }: CaseSubject): string | null =>
  isClosed(openCase) ? null : (spec?.news?.(openCase, facts) ?? null);

/** The same where nobody has acted on the case since; the moment is that of the import. */
export function freshNews(subject: CaseSubject): { readonly text: string; readonly atMs: number } | null {
  const text = caseNews(subject);
  const { facts, spec } = subject;
  const others = spec?.looksAtOtherOrders === true ? facts.ordersOfCustomer() : [];
  const atMs = Math.max(0, ...[facts.order, ...others].map((order) => order?.updatedAtMs ?? 0));
  return text === null || atMs <= subject.openCase.updatedAtMs ? null : { text, atMs };
}

/** The money that hangs on it, in fen. */
export const amountOfCase = ({ openCase, spec, facts }: CaseSubject): number =>
  spec?.amountAtRiskFen?.(facts, openCase.fields) ?? 0;
