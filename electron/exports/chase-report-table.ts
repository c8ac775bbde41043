import {
  CHASE_REPORT_GROUP_LABELS,
  CHASE_REPORT_GROUPS,
  type ChaseReport,
} from '../../shared/ipc/contract/program/report-contract.ts';
import type { ShortTable } from './table.ts';

/** P10: the whole and each grouping one below the other, so that one sheet holds the report. */
export function chaseReportTable({ chased, recovered, rate, recoveredFen, by }: ChaseReport): ShortTable {
  return {
    name: '催付报表',
    columns: [
      { header: '分组', kind: 'text' },
      { header: '项目', kind: 'text' },
      { header: '催付订单数', kind: 'count' },
      { header: '催付后付款订单数', kind: 'count' },
      { header: '催付成功率', kind: 'rate' },
      { header: '催回金额', kind: 'money' },
    ],
    rows: [
      ['合计', '合计', chased, recovered, rate, recoveredFen],
      ...CHASE_REPORT_GROUPS.flatMap((group) =>
        by[group].map((row) => [
          CHASE_REPORT_GROUP_LABELS[group],
          row.label,
          row.chased,
          row.recovered,
          row.rate,
          row.recoveredFen,
        ]),
      ),
    ],
  };
}
