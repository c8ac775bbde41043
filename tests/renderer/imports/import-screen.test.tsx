import { screen, within } from '@testing-library/react';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ImportScreen } from '../../../renderer/features/imports/import-screen.tsx';
import type { OpenSubject } from '../../../renderer/lib/place/navigation.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid, toCsv } from '../../support/export-files.ts';
import { anUnpaidOrder, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { exportedRow, importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

const folder = createExportFolder();
afterAll(folder.remove);

type Cells = Readonly<Record<string, string>>;

const known = (index: number, cells: Cells = {}) => ({ ...exportedRow(anUnpaidOrder(index, NOW)), ...cells });
const paid = (index: number) => exportedRow({ ...anUnpaidOrder(index, NOW), paidAtMs: NOW - MINUTE });

/** Of the orders of the shop two are paid by now and one is as it was; five are new, and two rows are no orders. */
const ROWS: readonly Cells[] = [
  paid(0),
  paid(1),
  known(2),
  ...[300, 301, 302, 303, 304].map((index) => known(index)),
  known(305, { 买家应付货款: '四十一元' }),
  known(306, { 订单编号: '' }),
];

/** Writes an order file as the platform does. */
const anExport = (rows: readonly Cells[] = ROWS, name = 'ExportOrderList.csv'): string =>
  folder.write(`\uFEFF${toCsv(exportGrid('ERA_D', rows))}`, name);

/** The agent has chosen the file, and main has read it. */
const withPreview =
  (path = anExport()) =>
  (main: MainSide) =>
    void main.handlers['imports.preview']({ paths: [path], shopId: shopNamed(main, '示例旗舰店').id });

function importFile(main: MainSide, path = anExport()): void {
  const shop = shopNamed(main, '示例旗舰店');
  main.core.importFile({ path, shop, agentId: null, isDryRun: false });
}

/** The file that was previewed, and no other, is now one of this shop. */
async function expectOnlyJobMovedTo(main: MainSide, shopName: string): Promise<void> {
  const shopId = shopNamed(main, shopName).id;
  const jobs = await main.handlers['imports.jobs'](undefined);
  expect(jobs).toMatchObject([{ shopId }]);
  expect(main.inputsOf('imports.changeShop')).toEqual([{ jobId: jobs[0]?.id, shopId }]);
}

const noPaths: readonly string[] = [];
const theScreen = (onOpen: OpenSubject = () => undefined) => (
  <ImportScreen droppedPaths={noPaths} onDroppedHandled={() => undefined} onOpen={onOpen} />
);

describe('P1 preview of an import', () => {
  it('shows how many rows are new, changed, unchanged and rejected', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => known(400 + index));
    renderScreen(theScreen(), { prepare: withPreview(anExport([...ROWS, ...many])) });
    const job = within(await screen.findByRole('region', { name: /ExportOrderList\.csv$/ }));
    const figures = job.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(figures).toEqual(['1,205', '2', '1', '2', '1,210']);
  });

  it('gives the reason of every rejected row', async () => {
    renderScreen(theScreen(), { prepare: withPreview() });
    const rows = within(await screen.findByRole('listbox', { name: '拒绝的行' })).getAllByRole('option');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '10买家应付货款四十一元不是金额；应为 88.00 这样的数字，请核对原始文件中的这一格',
      '11订单编号空订单编号为空；请确认导出时勾选了这一列，并重新导出',
    ]);
  });

  it('writes it with Enter, which is where the focus stands', async () => {
    const { user, main } = renderScreen(theScreen(), { prepare: withPreview() });
    const commit = await screen.findByRole('button', { name: '导入 7 行' });
    expect(document.activeElement).toBe(commit);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: '查看待办' })).toBeDefined();
    expect(main.inputsOf('imports.commit')).toHaveLength(1);
    expect(orderOf(main, '山间一壶茶').status).toBe('paid');
  });

  it('takes the file off the list when the agent says no', async () => {
    const { user, main } = renderScreen(theScreen(), { prepare: withPreview() });
    await user.click(await screen.findByRole('button', { name: '不导入' }));
    await expect.poll(() => screen.queryByRole('region', { name: /ExportOrderList\.csv$/ })).toBeNull();
    expect(main.inputsOf('imports.commit')).toEqual([]);
  });

  it('names changed fields in Chinese and leads to the order', async () => {
    const open = vi.fn<OpenSubject>();
    const { main, user } = renderScreen(theScreen(open), { prepare: withPreview() });
    await user.click(await screen.findByRole('tab', { name: '更新的订单 2' }));
    expect(screen.getByText('状态、平台状态、付款时间、实付金额')).toBeDefined();
    const { id, no } = orderOf(main, '山间一壶茶');
    await user.click(screen.getByRole('button', { name: no }));
    expect(open).toHaveBeenCalledWith({ kind: 'order', id });
  });

  it('warns when the file is of another shop and changes to it', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare: withPreview(anExport([known(300, { 店铺名称: '示例生活馆' })])),
    });
    expect(await screen.findByText(/文件里的店铺是「示例生活馆」/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '改为「示例生活馆」' }));
    await expectOnlyJobMovedTo(main, '示例生活馆');
  });

  it('warns when the file is of another platform than the shop', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare: withPreview(folder.write(`\uFEFF${toCsv(exportGrid('DOUYIN_75'))}`, 'orders.csv')),
    });
    expect(await screen.findByText('这是「抖店 订单」报表，而「示例旗舰店」是天猫店铺')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '改为「示例生活馆」' }));
    await expectOnlyJobMovedTo(main, '示例生活馆');
  });

  it('has nothing to write when the same file comes again', async () => {
    const path = anExport();
    renderScreen(theScreen(), {
      prepare(opened) {
        importFile(opened, path);
        withPreview(path)(opened);
      },
    });
    expect(await screen.findByRole('button', { name: '没有新内容' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/导入过，再次导入不会重复写入/)).toBeDefined();
  });
});

describe('P1 where files come from', () => {
  it('previews dropped files for the shop of the last import', async () => {
    const handled = vi.fn<() => void>();
    const path = anExport();
    const { main } = renderScreen(
      <ImportScreen droppedPaths={[path]} onDroppedHandled={handled} onOpen={() => undefined} />,
      {
        prepare: (opened) =>
          importOrders(opened, opened.core.shops.add({ platform: 'tmall', name: '示例二店' }), [
            anUnpaidOrder(300, NOW),
          ]),
      },
    );
    await expect
      .poll(() => main.inputsOf('imports.preview'))
      .toEqual([{ paths: [path], shopId: shopNamed(main, '示例二店').id }]);
    expect(handled).toHaveBeenCalledOnce();
  });

  it('does not take the sample shop for the shop of the next file', async () => {
    const { user, main } = renderScreen(theScreen(), {
      orderCount: 0,
      prepare: ({ core }) => void core.sample.install(),
    });
    await user.click(await screen.findByRole('button', { name: '选择文件' }));
    expect(main.inputsOf('imports.choose')).toEqual([{ shopId: shopNamed(main, '示例旗舰店').id }]);
  });

  it('offers what the watched folder has found', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare({ computer }) {
        computer.foundFiles = [{ path: '/d/a.csv', foundAtMs: NOW }];
      },
    });
    expect(await screen.findByText('下载文件夹里有 1 个新的订单报表')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '忽略' }));
    expect(main.inputsOf('imports.ignoreFoundFile')).toEqual([{ path: '/d/a.csv' }]);
  });
});

describe('X4 taking an import back', () => {
  it('says what will go before it goes', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare: importFile,
    });
    await user.click(await screen.findByRole('button', { name: /^撤销导入 .*ExportOrderList\.csv$/ }));
    expect(await screen.findByText('将删除新增的 5 行，还原更新的 2 行。')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText('已撤销')).toBeDefined();
    expect(main.inputsOf('imports.undo')).toHaveLength(1);
    expect(orderOf(main, '山间一壶茶').status).toBe('unpaid');
  });

  it('says in words why it cannot be', async () => {
    const { user } = renderScreen(theScreen(), {
      prepare(opened) {
        importFile(opened);
        importFile(opened, anExport([paid(300)], 'later.csv'));
      },
    });
    await user.click(await screen.findByRole('button', { name: /^撤销导入 .*ExportOrderList\.csv$/ }));
    await user.click(await screen.findByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText(/又被后来的导入更新/)).toBeDefined();
  });
});
