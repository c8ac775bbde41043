import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ReportScreen } from '../../../renderer/features/report/report-screen.tsx';
import type { ChaseReport, ChaseReportRow } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

const aRow = (overrides: Partial<ChaseReportRow> = {}): ChaseReportRow => ({
  key: '2026-06-10',
  label: '2026-06-10',
  chased: 40,
  recovered: 10,
  rate: 0.25,
  recoveredFen: 123_456,
  ...overrides,
});

function answering(report: Partial<ChaseReport>) {
  return ({ handlers }: MainSide) => {
    handlers['reports.chase'] = () => ({
      chased: 40,
      recovered: 10,
      rate: 0.25,
      recoveredFen: 123_456,
      by: { day: [], step: [], reason: [], script: [], hour: [], agent: [] },
      ...report,
    });
  };
}

describe('P10 chase report', () => {
  it('shows the rate with what it is made of', async () => {
    renderScreen(<ReportScreen />, { prepare: answering({}) });
    const figures = within(await screen.findByRole('region', { name: '催付成效' }));
    expect(figures.getByText('25.0%')).toBeDefined();
    expect(figures.getByText('10 ÷ 40，基数 40 单')).toBeDefined();
    expect(figures.getByText('¥1,234.56')).toBeDefined();
    expect(figures.getByText('催付成功率 = 催付后付款的订单 ÷ 催付过的订单')).toBeDefined();
    expect(figures.queryByText('样本少')).toBeNull();
  });

  it('marks a rate over fewer than 30 orders', async () => {
    renderScreen(<ReportScreen />, { prepare: answering({ chased: 29 }) });
    const figures = within(await screen.findByRole('region', { name: '催付成效' }));
    expect(figures.getByText('样本少')).toBeDefined();
  });

  it('asks for the last seven Beijing days and for today when that is chosen', async () => {
    const { user, main } = renderScreen(<ReportScreen />, { prepare: answering({}) });
    await user.click(await screen.findByText('今天'));
    expect(main.inputsOf('reports.chase')).toEqual([
      { fromDate: '2026-06-04', toDate: '2026-06-10', shopId: null },
      { fromDate: '2026-06-10', toDate: '2026-06-10', shopId: null },
    ]);
  });

  it('sorts a table by what its head says', async () => {
    const by = {
      day: [],
      step: [
        aRow({ key: 'first', label: '首次催付', chased: 50 }),
        aRow({ key: 'second', label: '二次催付', chased: 20 }),
      ],
      reason: [],
      script: [],
      hour: [],
      agent: [],
    };
    const { user } = renderScreen(<ReportScreen />, { prepare: answering({ by }) });
    await user.click(await screen.findByRole('tab', { name: '按步骤' }));
    await user.click(screen.getByRole('columnheader', { name: /催付过的订单/ }));
    const cells = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(cells.at(-2)).toContain('二次催付');
    expect(cells.at(-1)).toContain('首次催付');
  });

  it('says where numbers come from when there are none', async () => {
    renderScreen(<ReportScreen />, { prepare: answering({ chased: 0, rate: null }) });
    expect(await screen.findByText('这段时间没有催付')).toBeDefined();
  });

  it('exports exactly what is shown', async () => {
    const { user, main } = renderScreen(<ReportScreen />, { prepare: answering({}) });
    await user.click(await screen.findByRole('button', { name: '导出报表' }));
    await user.click(await screen.findByText('CSV（.csv）'));
    expect(main.inputsOf('reports.exportChase')).toEqual([
      { fromDate: '2026-06-04', toDate: '2026-06-10', shopId: null, format: 'csv' },
    ]);
  });
});
