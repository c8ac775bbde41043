import { subjectLabel } from '../../shared/domain/subjects/subject.ts';
import {
  adviceText,
  attentionAtMs,
  TASK_STATE_LABELS,
  taskKindLabel,
  taskStepLabel,
} from '../../shared/domain/tasks/task.ts';
import { AMOUNT_AT_RISK } from '../../shared/domain/tasks/task-kinds/task-kind-spec.ts';

import type { QueueRow } from '../../shared/ipc/contract/task-contract.ts';
import type { Cell, ColumnKind, ShortTable } from './table.ts';

type Column = { readonly header: string; readonly kind: ColumnKind; readonly cell: (row: QueueRow) => Cell };

const COLUMNS: readonly Column[] = [
  { header: '类型', kind: 'text', cell: ({ task }) => taskKindLabel(task.kind) },
  {
    header: '步骤',
    kind: 'text',
    cell: ({ task }) => taskStepLabel(task.kind, task.step),
  },
  { header: '状态', kind: 'text', cell: ({ task }) => TASK_STATE_LABELS[task.state] },
  { header: '到期时间', kind: 'time', cell: ({ task }) => attentionAtMs(task) },
  { header: '失效时间', kind: 'time', cell: ({ task }) => task.expiresAtMs },
  { header: '店铺名称', kind: 'text', cell: ({ shopName }) => shopName },
  { header: '对象', kind: 'text', cell: ({ task }) => subjectLabel(task.subject.kind) },
  { header: '编号或名称', kind: 'text', cell: ({ summary }) => summary.title },
  { header: '客户', kind: 'text', cell: ({ summary }) => summary.customerNick },
  { header: '商品', kind: 'text', cell: ({ summary }) => summary.detail },
  { header: AMOUNT_AT_RISK, kind: 'money', cell: ({ amountFen }) => amountFen },
  { header: '原因', kind: 'text', cell: ({ task }) => task.reason },
  {
    header: '建议',
    kind: 'text',
    cell: ({ task }) => (task.advice === null ? null : adviceText(task.advice)),
  },
  { header: '备注', kind: 'text', cell: ({ task }) => task.snoozeNote },
  { header: '负责客服', kind: 'text', cell: ({ ownerName }) => ownerName },
];

export function taskTable(rows: readonly QueueRow[]): ShortTable {
  return {
    name: '待办',
    columns: COLUMNS.map(({ header, kind }) => ({ header, kind })),
    rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
  };
}
