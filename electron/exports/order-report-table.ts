import {
  ORDER_FIGURE_SPECS,
  ORDER_GROUP_LABELS,
  ORDER_GROUPS,
} from '../../shared/domain/orders/order-report.ts';
import type { OrderReport } from '../../shared/ipc/contract/order-report-contract.ts';
import { HOUR } from '../../shared/time/durations.ts';
import type { ShortTable } from './table.ts';

/** 4.5: the figures with their formulas and each table one below the other, so that one sheet holds the report. */
export function orderReportTable({ figures, by }: OrderReport): ShortTable {
  return {
    name: '订单报表',
    columns: [
      { header: '分组', kind: 'text' },
      { header: '项目', kind: 'text' },
      { header: '数量', kind: 'count' },
      { header: '基数', kind: 'count' },
      { header: '比率', kind: 'rate' },
      { header: '金额', kind: 'money' },
      { header: '中位数（小时）', kind: 'text' },
      { header: '未知', kind: 'count' },
      { header: '算法', kind: 'text' },
    ],
    rows: [
      ...figures.map(({ key, count, base, rate, amountFen, medianMs, unknown }) => {
        const { label, formula } = ORDER_FIGURE_SPECS[key];
        const hours = medianMs === null ? null : (medianMs / HOUR).toFixed(1);
        return ['合计', label, count, base, rate, amountFen, hours, unknown, formula];
      }),
      ...ORDER_GROUPS.flatMap((group) =>
        by[group].map(({ label, count, base, rate, amountFen }) => [
          ORDER_GROUP_LABELS[group],
          label,
          count,
          base,
          rate,
          amountFen,
          null,
          null,
          null,
        ]),
      ),
    ],
  };
}
