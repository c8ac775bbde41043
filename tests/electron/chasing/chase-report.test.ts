import { describe, expect, it } from 'vitest';
import {
  buildChaseReport,
  type ReportedChase,
  type ReportedRecovery,
} from '../../../electron/chasing/report/chase-report.ts';
import { chaseReportTable } from '../../../electron/exports/chase-report-table.ts';
import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import { beijing } from '../../support/records/an-order.ts';

function aChase(order: string, overrides: Partial<ReportedChase> = {}): ReportedChase {
  return {
    orderId: order as OrderId,
    taskId: `${order}-first` as TaskId,
    atMs: beijing('2026-06-10 10:15'),
    step: 'first',
    reason: null,
    scriptCode: null,
    scriptTitle: null,
    agentId: 'agent-1',
    agentName: '小王',
    ...overrides,
  };
}

const paid = (order: string, amountFen: number, task = `${order}-first`): ReportedRecovery => ({
  orderId: order as OrderId,
  taskId: task as TaskId,
  amountFen,
});

const second = (order: string, overrides: Partial<ReportedChase> = {}) =>
  aChase(order, {
    taskId: `${order}-second` as TaskId,
    step: 'second',
    atMs: beijing('2026-06-11 12:00'),
    reason: 'top-up',
    scriptCode: 'kc1',
    scriptTitle: '开场',
    agentId: 'agent-2',
    agentName: '小张',
    ...overrides,
  });

describe('P10: the chase report', () => {
  const report = buildChaseReport(
    [aChase('A'), second('A'), aChase('B'), aChase('C'), second('D')],
    [paid('A', 5000, 'A-second'), paid('B', 3000)],
  );

  it('divides recovered orders by distinct chased orders', () => {
    expect(report).toMatchObject({ chased: 4, recovered: 2, rate: 0.5, recoveredFen: 8000 });
  });

  it('credits each group with what the last chase before the payment earned', () => {
    expect(report.by.step).toEqual([
      { key: 'first', label: '首次催付', chased: 3, recovered: 1, rate: 1 / 3, recoveredFen: 3000 },
      { key: 'second', label: '二次催付', chased: 2, recovered: 1, rate: 0.5, recoveredFen: 5000 },
    ]);
  });

  it('groups by day, hour, reason, script and agent, in words', () => {
    const labels = (group: keyof typeof report.by) =>
      report.by[group].map(({ label, chased, recovered }) => `${label} ${chased} ${recovered}`);
    expect(labels('day')).toEqual(['2026-06-10 3 1', '2026-06-11 2 1']);
    expect(labels('hour')).toEqual(['10:00–11:00 3 1', '12:00–13:00 2 1']);
    expect(labels('reason')).toEqual(['余额不足，稍后充值 2 1', '未记录 3 1']);
    expect(labels('script')).toEqual(['开场（kc1） 2 1', '未用话术 3 1']);
    expect(labels('agent')).toEqual(['小张 2 1', '小王 3 1']);
  });

  it('recovers the same in every grouping as in all', () => {
    for (const rows of Object.values(report.by)) {
      expect(rows.reduce((sum, row) => sum + row.recovered, 0)).toBe(report.recovered);
      expect(rows.reduce((sum, row) => sum + row.recoveredFen, 0)).toBe(report.recoveredFen);
    }
  });

  it('counts a payment only in the period of the chase that earned it', () => {
    const earlier = buildChaseReport([aChase('A')], [paid('A', 5000, 'A-second')]);
    expect(earlier).toMatchObject({ chased: 1, recovered: 0, recoveredFen: 0 });
  });

  it('has no rate where nothing was chased', () => {
    const empty = buildChaseReport([], []);
    expect(empty).toEqual({
      chased: 0,
      recovered: 0,
      rate: null,
      recoveredFen: 0,
      by: { day: [], step: [], reason: [], script: [], hour: [], agent: [] },
    });
  });

  it('is a table for a spreadsheet', () => {
    const { columns, rows } = chaseReportTable(report);
    expect(columns.map(({ header }) => header)).toContain('催付成功率');
    expect(rows[0]).toEqual(['合计', '合计', 4, 2, 0.5, 8000]);
    expect(rows).toContainEqual(['步骤', '首次催付', 3, 1, 1 / 3, 3000]);
    expect(chaseReportTable(buildChaseReport([], [])).rows[0]?.[4]).toBeNull();
  });
});
