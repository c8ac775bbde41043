import { unknownNames } from './case-text.ts';
import type { CaseKindSpec } from './kinds/case-kind-spec.ts';

/**
 * Finds the mistakes in the steps of a kind: a step that is not there, that nothing leads to, from which the case can
 * never be closed, or whose words name a thing that nothing fills in. An empty list is a sound kind.
 */
export function graphProblems(spec: CaseKindSpec): readonly string[] {
  const keys = Object.keys(spec.steps);
  const missing = [spec.first, ...keys.flatMap((key) => spec.steps[key]?.next ?? [])].filter(
    (key) => !(key in spec.steps),
  );
  const reached = reachableFrom(spec, spec.first);
  const isEnd = (key: string) => canCloseIn(spec, key);
  return [
    ...missing.map((key) => `没有步骤 ${key}`),
    ...keys.filter((key) => !reached.has(key)).map((key) => `到不了步骤 ${key}`),
    ...keys
      .filter((key) => ![...reachableFrom(spec, key)].some(isEnd))
      .map((key) => `步骤 ${key} 之后无法关闭`),
    ...keys.flatMap((key) =>
      unknownNames(spec.steps[key]?.text ?? '', spec).map((name) => `步骤 ${key} 的话里没有 {${name}}`),
    ),
  ];
}

/** A case cannot close in a step that waits; a kind that tells its customers closes only in a step that does so. */
function canCloseIn(spec: CaseKindSpec, key: string): boolean {
  const step = spec.steps[key];
  if (step === undefined || step.waitingOn !== undefined) return false;
  return !spec.closing.needsTold || step.tellsCustomer === true;
}

function reachableFrom({ steps }: CaseKindSpec, first: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = first in steps ? [first] : [];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    reached.add(key);
    open.push(...(steps[key]?.next ?? []).filter((next) => next in steps && !reached.has(next)));
  }
  return reached;
}
