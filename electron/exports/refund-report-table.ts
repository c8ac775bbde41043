import {
  REFUND_FIGURE_SPECS,
  REFUND_GROUP_LABELS,
  REFUND_GROUPS,
} from '../../shared/domain/refunds/refund-report.ts';
import type { RefundReport } from '../../shared/ipc/contract/refunds/refund-report-contract.ts';
import { HOUR } from '../../shared/time/durations.ts';
import type { ShortTable } from './table.ts';

/** 5.10: the figures with their formulas and each table one below the other, so that one sheet holds the report. */
export function refundReportTable({ figures, by }: RefundReport): ShortTable {
  return {
    name: '退款报表',
    columns: [
      { header: '分组', kind: 'text' },
      { header: '项目', kind: 'text' },
      { header: '数量', kind: 'count' },
      { header: '基数', kind: 'count' },
      { header: '比率', kind: 'rate' },
      { header: '金额', kind: 'money' },
      { header: '基数金额', kind: 'money' },
      { header: '中位数（小时）', kind: 'text' },
      { header: '未知', kind: 'count' },
      { header: '算法', kind: 'text' },
    ],
    rows: [
      ...figures.map(({ key, count, base, rate, amountFen, baseFen, medianMs, unknown }) => {
        const { label, formula } = REFUND_FIGURE_SPECS[key];
        const hours = medianMs === null ? null : (medianMs / HOUR).toFixed(1);
        return ['合计', label, count, base, rate, amountFen, baseFen, hours, unknown, formula];
      }),
      ...REFUND_GROUPS.flatMap((group) => {
        const rows = by[group];
        const base = rows.reduce((sum, { count }) => sum + count, 0);
        return rows.map(({ label, count, share, amountFen }) => [
          REFUND_GROUP_LABELS[group],
          label,
          count,
          base,
          share,
          amountFen,
          null,
          null,
          null,
          null,
        ]);
      }),
    ],
  };
}
