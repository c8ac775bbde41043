import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { RefundsScreen } from '../../../renderer/features/refunds/refunds-screen.tsx';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { APPLIED } from '../../electron/refunds/a-refund-desk.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

const folder = createExportFolder();
afterAll(() => folder.remove());

const row = (no: string, yuan: string, cells: Readonly<Record<string, string>> = {}) => ({
  ...APPLIED,
  退款编号: `2500000000000000${no}`,
  买家退款金额: yuan,
  超时时间: '2026-06-12 10:00:00',
  ...cells,
});

function importing(...rows: readonly Readonly<Record<string, string>>[]) {
  return (main: MainSide) => {
    const path = folder.writeCsv(exportGrid('REFUNDS_2026', rows));
    main.core.importFile({ path, shop: shopNamed(main, '示例旗舰店'), agentId: null, isDryRun: false });
  };
}

async function openList(...rows: readonly Readonly<Record<string, string>>[]) {
  const open = vi.fn<(id: RefundId) => void>();
  const page = renderScreen(<RefundsScreen onOpenRefund={open} />, { prepare: importing(...rows) });
  const list = await screen.findByRole('listbox', { name: '退款' });
  await within(list).findAllByRole('option');
  return { ...page, open, list };
}
const refundsOf = (main: MainSide) => main.core.refundView.all().map(({ refund }) => refund);
const texts = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option')
    .map(({ textContent }) => textContent ?? '');

describe('A4: the list of refunds', () => {
  it('shows them by time left and money, with how many there are of each state', async () => {
    const { list } = await openList(
      row('11', '20.00'),
      row('12', '90.00'),
      row('13', '1.00', { 退款状态: '退款成功' }),
    );
    expect(texts(list).map((text) => /¥[\d.]+/.exec(text)?.[0])).toEqual(['¥90.00', '¥20.00']);
    expect(screen.getByText(/^2 笔/).textContent).toBe('2 笔 · ¥110.00');
    expect(screen.getByLabelText('状态').textContent).toContain('已结束 1');
  });

  it('is worked through by keys: down, answer, and Enter opens the panel', async () => {
    const { main, user, open } = await openList(row('11', '20.00'), row('12', '90.00'));
    await user.click(screen.getByLabelText('查找退款'));
    await user.keyboard('{Enter}{ArrowDown}{Enter}');
    const second = refundsOf(main).find(({ refundFen }) => refundFen === 2000);
    expect(open).toHaveBeenCalledWith(second?.id);
    await user.keyboard('{F2}');
    const form = await screen.findByRole('group', { name: '处理退款' });
    await user.click(within(form).getByRole('button', { name: /^同\s?意$/ }));
    await waitFor(() => expect(refundsOf(main).flatMap(({ decision }) => decision ?? [])).toEqual(['agree']));
  });

  it('gives one answer to all that are marked, and says how much money that is', async () => {
    const { main, user } = await openList(row('11', '20.00'), row('12', '90.00'), row('13', '5.00'));
    await user.click(screen.getByLabelText('查找退款'));
    await user.keyboard('{Enter}{Control>}a{/Control}');
    expect((await screen.findByText(/已选 3 笔/)).textContent).toBe('已选 3 笔 · ¥115.00');
    await user.keyboard('{F2}');
    const form = await screen.findByRole('group', { name: '处理退款' });
    await user.click(within(form).getByRole('button', { name: /^拒\s?绝$/ }));
    await waitFor(() =>
      expect(refundsOf(main).map(({ decision }) => decision)).toEqual(['refuse', 'refuse', 'refuse']),
    );
    expect(await screen.findByText('3 笔已登记，待下次导入核实')).toBeDefined();
  });

  it('says so when nothing fits, and gives everything back', async () => {
    const { user } = await openList(row('11', '20.00'));
    await user.type(screen.getByLabelText('查找退款'), '没有这个人');
    expect(await screen.findByText('没有符合条件的退款')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    expect(await screen.findByRole('listbox', { name: '退款' })).toBeDefined();
  });

  it('leads to the import while there is none', async () => {
    renderScreen(<RefundsScreen onOpenRefund={() => undefined} />);
    expect(await screen.findByText('没有进行中的退款')).toBeDefined();
    expect(screen.getByRole('button', { name: '去导入' })).toBeDefined();
  });

  it('puts ends off together for a holiday, after saying how many, and takes that back in one', async () => {
    const { main, user } = await openList(
      row('11', '20.00'),
      row('12', '90.00', { 超时时间: '2026-06-30 10:00:00' }),
    );
    const ends = () => main.core.refundView.all().map(({ clock }) => clock.end?.originalAtMs ?? null);
    await user.click(screen.getByRole('button', { name: '节假日顺延' }));
    const form = within(await screen.findByRole('form', { name: '节假日顺延' }));
    expect(await form.findByText('将推后 1 个截止时间')).toBeDefined();
    expect(form.getByRole('button', { name: /^顺\s?延$/ })).toHaveProperty('disabled', true);
    await user.type(form.getByLabelText('顺延原因'), '端午放假');
    await user.click(form.getByRole('button', { name: /^顺\s?延$/ }));
    await waitFor(() => expect(ends().filter((atMs) => atMs !== null)).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: /^撤\s?销/ }));
    await waitFor(() => expect(ends()).toEqual([null, null]));
  });

  it('exports what is shown, or all of it', async () => {
    const { user, main } = await openList(row('11', '20.00'), row('12', '1.00', { 退款状态: '退款成功' }));
    await user.click(screen.getByRole('button', { name: '导出退款' }));
    const form = within(await screen.findByRole('form', { name: '导出退款' }));
    expect(form.getByRole('radio', { name: '所列 1 笔（当前条件）' })).toHaveProperty('checked', true);
    await user.click(form.getByRole('button', { name: /^导\s?出$/ }));
    await waitFor(() =>
      expect(main.inputsOf('refunds.export')).toMatchObject([{ filter: { place: 'open' }, format: 'xlsx' }]),
    );
    const [asked] = main.inputsOf('refunds.export');
    expect(asked).toMatchObject({ columns: expect.arrayContaining(['no', 'refund']) });
    expect(asked).not.toMatchObject({ columns: expect.arrayContaining(['explanation']) });
  });

  it('sorts by its heads, and brings equal reasons together', async () => {
    const { user, main } = await openList(
      row('11', '20.00', { 退款原因: '质量问题' }),
      row('12', '90.00', { 退款原因: '不想要了' }),
    );
    await user.click(screen.getByRole('button', { name: /^原因/ }));
    await waitFor(() => expect(main.inputsOf('refunds.page').at(-1)).toMatchObject({ sort: 'reason' }));
    await user.click(screen.getByRole('button', { name: /^金额/ }));
    await user.click(screen.getByRole('button', { name: /^金额/ }));
    await waitFor(() => expect(main.inputsOf('refunds.page').at(-1)).toMatchObject({ sort: 'money-up' }));
    await user.click(screen.getByText('已结束'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^原因/ })).toBeNull());
  });

  it('names what narrows it, and takes off one condition', async () => {
    const { user } = await openList(row('11', '20.00'));
    await user.type(screen.getByLabelText('查找退款'), '没有这个人');
    await user.click(await screen.findByRole('button', { name: /^查找「没有这个人」/ }));
    expect(await screen.findByRole('listbox', { name: '退款' })).toBeDefined();
    expect(screen.queryByRole('list', { name: '当前条件' })).toBeNull();
  });
});
