import { CHASE_PRESET_LABELS, CHASE_STEP_LABELS } from '../../../shared/domain/chasing/chase-settings.ts';
import { BARGAIN_STEP_LABELS } from '../../../shared/domain/chasing/concession.ts';
import { CUSTOMER_GRADE_LABELS } from '../../../shared/domain/orders/customer.ts';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';
import { SCRIPT_SCOPE_LABELS, SCRIPT_STAGE_LABELS } from '../../../shared/domain/scripts/script.ts';
import { SCRIPT_FIELD_LABELS } from '../../../shared/domain/scripts/script-file.ts';
import { ownValue } from '../../../shared/own-value.ts';
import type { Cell, ColumnKind, Table } from '../../exports/table.ts';
import { writeGroupPath } from '../planning/group-path.ts';
import { joinList } from '../writing/join-list.ts';
import { escapePart } from '../writing/join-parts.ts';
import type { NamedScope, SheetScript } from './script-row.ts';

type Column = {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly cell: (one: SheetScript) => Cell;
};

const text = (header: string, cell: (one: SheetScript) => string): Column => ({ header, kind: 'text', cell });
const STEP_LABELS: Readonly<Record<string, string>> = { ...CHASE_STEP_LABELS, ...BARGAIN_STEP_LABELS };
const { code, title, content, group, keywords, tags, scope, stages, reasons, steps, grades, ladders } =
  SCRIPT_FIELD_LABELS;

function scopeText(of: NamedScope): string {
  const label = SCRIPT_SCOPE_LABELS[of.kind];
  return of.kind === 'all' ? label : `${label}：${of.name}`;
}

function columnsFor(partCount: number): Column[] {
  return [
    text(code, ({ script }) => script.code),
    text(group, ({ groupPath }) => writeGroupPath(groupPath)),
    text(title, ({ script }) => script.title),
    ...Array.from({ length: partCount }, (_, index) =>
      text(`${content}${index + 1}`, ({ script }) => escapePart(script.parts[index] ?? '')),
    ),
    text(keywords, ({ script }) => script.keywords),
    text(tags, ({ script }) => joinList(script.tags)),
    text(scope, (one) => scopeText(one.scope)),
    text(stages, ({ script }) => script.fit.stages.map((stage) => SCRIPT_STAGE_LABELS[stage]).join('、')),
    text(reasons, ({ script }) =>
      script.fit.reasons.map((reason) => UNPAID_REASON_LABELS[reason]).join('、'),
    ),
    text(steps, ({ script }) =>
      joinList(script.fit.steps.map((step) => ownValue(STEP_LABELS, step) ?? step)),
    ),
    text(grades, ({ script }) => script.fit.grades.map((grade) => CUSTOMER_GRADE_LABELS[grade]).join('、')),
    text(ladders, ({ script }) =>
      (script.fit.ladders ?? []).map((ladder) => CHASE_PRESET_LABELS[ladder]).join('、'),
    ),
    { header: '使用次数', kind: 'count', cell: ({ script }) => script.useCount },
    { header: '最近使用', kind: 'time', cell: ({ script }) => script.lastUsedAtMs },
  ];
}

/** All that a script says, in a table that comes back as it went; the uses are for people only. */
export function scriptTable(scripts: readonly SheetScript[]): Table {
  const columns = columnsFor(Math.max(1, ...scripts.map(({ script }) => script.parts.length)));
  return {
    name: '话术',
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: scripts.map((one) => columns.map(({ cell }) => cell(one))),
  };
}
