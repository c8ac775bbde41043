import { screen, within } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import { ReportScreen } from '../../../renderer/features/report/report-screen.tsx';
import { APPLIED } from '../../electron/refunds/a-refund-desk.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

const folder = createExportFolder();
afterAll(() => folder.remove());

/** The agent was at the refunds the last time. */
function atRefunds({ core }: MainSide): void {
  localStorage.setItem(`xiaoer.view.report-kind.${core.session.currentAgentId()}`, '"refunds"');
}

const importing = (count: number) => (main: MainSide) => {
  atRefunds(main);
  const rows = Array.from({ length: count }, (_, at) => ({
    ...APPLIED,
    退款编号: `25000000000000${String(100 + at)}`,
    买家退款原因: at % 4 === 0 ? '不想要了' : '商品质量问题',
    退款的申请时间: '2026-06-09 09:00:00',
  }));
  const path = folder.writeCsv(exportGrid('REFUNDS_2026', rows));
  main.core.importFile({ path, shop: shopNamed(main, '示例旗舰店'), agentId: null, isDryRun: false });
};

describe('5.10: the report about refunds', () => {
  it('shows each number with what it is made of, and the refunds behind it', async () => {
    const { user } = renderScreen(<ReportScreen />, { prepare: importing(12) });
    const figures = within(await screen.findByRole('region', { name: '退款概况' }));
    expect(figures.getAllByText('0 ÷ 12').length).toBeGreaterThan(0);
    await user.click(figures.getByRole('button', { name: '申请退款 12，查看退款' }));
    const list = await screen.findByRole('listbox', { name: '报表中的退款' });
    expect(await screen.findByText('12 笔，按金额从高到低；Enter 打开')).toBeDefined();
    expect(within(list).getAllByRole('option').length).toBeGreaterThan(0);
  });

  it('cuts them by reason, with a share of each and of all before it', async () => {
    const { user } = renderScreen(<ReportScreen />, { prepare: importing(12) });
    const rows = within(await screen.findByRole('table', { name: '按退款原因' }));
    expect(rows.getAllByRole('row').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['商品质量问题975.0%75.0%¥351.00', '不想要了325.0%100.0%¥117.00']),
    );
    await user.click(rows.getByRole('button', { name: '不想要了 3 笔，查看退款' }));
    expect(await screen.findByText('3 笔，按金额从高到低；Enter 打开')).toBeDefined();
  });

  it('says no percentage of fewer than ten cases', async () => {
    renderScreen(<ReportScreen />, { prepare: importing(9) });
    const figures = within(await screen.findByRole('region', { name: '退款概况' }));
    expect(figures.getAllByText(/不足 10 例，不算比率/).length).toBeGreaterThan(0);
    expect(screen.getByText('基数 9 笔，不足 10 例，不算占比')).toBeDefined();
  });

  it('leads to the import where nothing was asked back', async () => {
    renderScreen(<ReportScreen />, { prepare: atRefunds });
    expect(await screen.findByText('这段时间没有退款')).toBeDefined();
  });
});
