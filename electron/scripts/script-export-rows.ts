import { chaseStepLabel } from '../../shared/domain/chase-settings.ts';
import { CUSTOMER_GRADE_LABELS } from '../../shared/domain/customer.ts';
import { SCRIPT_STAGE_LABELS, type Script, type ScriptGroup } from '../../shared/domain/script.ts';
import { UNPAID_REASON_LABELS } from '../../shared/domain/task.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';

/** All cells are text; making them safe against formulas is the writer's work, as in every export. */
export type ScriptTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The library as a table, in its own order; archived scripts are left out. */
export function scriptExportRows(scripts: readonly Script[], groups: readonly ScriptGroup[]): ScriptTable {
  const active = scripts.filter((script) => script.archivedAtMs === null);
  const partCount = Math.max(1, ...active.map((script) => script.parts.length));
  const partHeaders = Array.from({ length: partCount }, (_, index) => `内容${index + 1}`);
  const pathOf = groupPaths(groups);
  const paths = [...pathOf.values()];
  // What belongs to no group comes last.
  const placeOf = (path: string) => (path === '' ? paths.length : paths.indexOf(path));
  return {
    header: [
      '编码',
      '分组',
      '标题',
      ...partHeaders,
      '关键词',
      '适用场景',
      '未付原因',
      '催付步骤',
      '客户等级',
      '使用次数',
      '最近使用',
    ],
    rows: active
      .map((script) => ({ script, path: script.groupId === null ? '' : (pathOf.get(script.groupId) ?? '') }))
      .toSorted(
        (one, other) => placeOf(one.path) - placeOf(other.path) || one.script.sortKey - other.script.sortKey,
      )
      .map(({ script, path }) => rowOf(script, path, partCount)),
  };
}

function rowOf(script: Script, path: string, partCount: number): string[] {
  return [
    script.code,
    path,
    script.title,
    ...Array.from({ length: partCount }, (_, index) => script.parts[index] ?? ''),
    script.keywords,
    ...fitCells(script),
    script.useCount.toString(),
    script.lastUsedAtMs === null ? '' : formatBeijing(script.lastUsedAtMs),
  ];
}

function fitCells({ fit }: Script): string[] {
  return [
    fit.stages.map((stage) => SCRIPT_STAGE_LABELS[stage]),
    fit.reasons.map((reason) => UNPAID_REASON_LABELS[reason]),
    fit.steps.map(chaseStepLabel),
    fit.grades.map((grade) => CUSTOMER_GRADE_LABELS[grade]),
  ].map((labels) => labels.join('、'));
}

/** `'售后/退款'` by group id, in the order of the tree. */
function groupPaths(groups: readonly ScriptGroup[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const walk = (parentId: string | null, prefix: string): void => {
    const children = groups.filter((group) => group.parentId === parentId);
    for (const group of children.toSorted((one, other) => one.sortKey - other.sortKey)) {
      paths.set(group.id, prefix + group.name);
      walk(group.id, `${prefix}${group.name}/`);
    }
  };
  walk(null, '');
  return paths;
}
