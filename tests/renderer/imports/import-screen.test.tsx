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
    void main.handlers['imports.preview']({
      paths: [path],
      shopId: shopNamed(main, '示例旗舰店').id,
      commitsWhenClear: false,
    });

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

async function figuresOf(name: RegExp): Promise<(string | null)[]> {
  const row = await screen.findByRole('row', { name });
  await expect.poll(() => row.querySelectorAll('.imports-count').length).toBe(4);
  return [...row.querySelectorAll('.imports-count')].map(({ textContent }) => textContent);
}

describe('P1 preview of an import', () => {
  it('shows how many rows are new, changed, unchanged and rejected', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => known(400 + index));
    renderScreen(theScreen(), { prepare: withPreview(anExport([...ROWS, ...many])) });
    expect(await figuresOf(/ExportOrderList\.csv$/)).toEqual(['1,205', '2', '1', '2']);
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
    const commit = await screen.findByRole('button', { name: /^导入 7 行/ });
    expect(document.activeElement).toBe(commit);
    await user.keyboard('{Enter}');
    const start = await screen.findByRole('button', { name: /^开始催付/ });
    expect(document.activeElement).toBe(start);
    expect(main.inputsOf('imports.commit')).toHaveLength(1);
    expect(orderOf(main, '山间一壶茶').status).toBe('paid');
  });

  it('is read anew, and is not written, when the same file was imported elsewhere meanwhile', async () => {
    const { user, main } = renderScreen(theScreen(), { prepare: withPreview() });
    await screen.findByRole('button', { name: '导入 7 行' });
    importFile(main);
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/已在别处导入或撤销，正在重新预览/)).toBeDefined();
    expect(await screen.findByText(/导入过，再次导入不会重复写入/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '导入 7 行' })).toBeNull();
  });

  it('says so when its shop, the sample, was removed before it was read anew', async () => {
    const { main } = renderScreen(theScreen(), { prepare: withPreview() });
    await screen.findByRole('button', { name: '导入 7 行' });
    const [job] = await main.handlers['imports.jobs'](undefined);
    if (!job) throw new Error('There is no file');
    const sample = main.core.sample.install();
    await main.handlers['imports.changeShop']({ jobId: job.id, shopId: sample.id });
    const state = async () => (await main.handlers['imports.jobs'](undefined))[0]?.state.kind;
    await expect.poll(state).toBe('previewed');
    importFile(main);
    main.core.sample.remove();
    await expect(async () => main.handlers['imports.commit']({ jobId: job.id })).rejects.toThrow('重新预览');
    expect(await screen.findByText('该文件的店铺已删除，请重新选择文件')).toBeDefined();
  });

  it('takes the file off the list when the agent says no', async () => {
    const { user, main } = renderScreen(theScreen(), { prepare: withPreview() });
    await user.click(await screen.findByRole('button', { name: '不导入' }));
    await expect.poll(() => screen.queryByRole('row', { name: /ExportOrderList\.csv$/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '选择文件' }));
    expect(main.inputsOf('imports.commit')).toEqual([]);
  });

  it('says who has paid how much, and leads to the order', async () => {
    const open = vi.fn<OpenSubject>();
    const { main, user } = renderScreen(theScreen(open), { prepare: withPreview() });
    await user.click(await screen.findByRole('tab', { name: '更新的订单 2' }));
    const lines = within(screen.getByRole('list', { name: '更新' })).getAllByRole('listitem');
    const { id, no } = orderOf(main, '山间一壶茶');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^夏天的风呀 ·\d{4}待付款 → 已付款.*¥239\.00$/),
      `山间一壶茶 ·${no.slice(-4)}待付款 → 已付款 备注¥238.00`,
    ]);
    await user.click(screen.getByRole('button', { name: `山间一壶茶 ·${no.slice(-4)}` }));
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
    expect(await screen.findByText('这是「抖店 订单」报表，而「示例旗舰店」是淘宝店铺')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '改为「示例生活馆」' }));
    await expectOnlyJobMovedTo(main, '示例生活馆');
  });

  it('says what will happen before it is written', async () => {
    renderScreen(theScreen(), { prepare: withPreview() });
    const forecast = await screen.findByRole('region', { name: '会发生什么' });
    expect(forecast.textContent).toContain('未催自付2 单 ¥477.00');
    expect(forecast.textContent).toContain('新增催付5 单');
  });

  it('takes several files in one table, with one button', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare(opened) {
        withPreview(anExport([known(300)], 'a.csv'))(opened);
        withPreview(anExport([known(301)], 'b.csv'))(opened);
      },
    });
    await user.click(await screen.findByRole('button', { name: /^导入 2 个文件，2 行/ }));
    expect((await screen.findByRole('region', { name: '导入结果' })).textContent).toContain(
      '新增 2 · 2 个文件',
    );
    expect(main.inputsOf('imports.commit')).toHaveLength(2);
  });

  it('folds files that bring nothing', async () => {
    renderScreen(theScreen(), { prepare: withPreview(anExport([], 'empty.csv')) });
    expect(await screen.findByText(/1 个文件没有新内容：.*empty\.csv（只有表头）/)).toBeDefined();
  });

  it('says that the same file was imported before when it comes again', async () => {
    const path = anExport();
    renderScreen(theScreen(), {
      prepare(opened) {
        importFile(opened, path);
        withPreview(path)(opened);
      },
    });
    expect(await screen.findByText(/导入过，再次导入不会重复写入/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^导入 \d/ })).toBeNull();
  });
});

describe('P10 the result of an import', () => {
  async function importAll() {
    const page = renderScreen(theScreen(), { prepare: withPreview() });
    await page.user.click(await screen.findByRole('button', { name: /^导入 7 行/ }));
    return { ...page, result: await screen.findByRole('region', { name: '导入结果' }) };
  }

  it('says what was paid and what is new to do', async () => {
    const { result } = await importAll();
    expect(result.textContent).toContain('新的待办¥3,200.857 单');
    expect(result.textContent).toContain('未催自付2 单 ¥477.00');
    expect(result.textContent).toContain('新增 5 · 更新 2 · 无变化 1 · 读不了 2');
  });

  it('is taken back from there', async () => {
    const { user, main } = await importAll();
    await user.click(screen.getByRole('button', { name: '撤销导入' }));
    await expect.poll(() => screen.queryByRole('region', { name: '导入结果' })).toBeNull();
    expect(orderOf(main, '山间一壶茶').status).toBe('unpaid');
  });
});

describe('P1 where files come from', () => {
  it('previews dropped files for the shop of the last import', async () => {
    const handled = vi.fn<() => void>();
    // It names no shop, and both shops are of its platform.
    const path = anExport([known(300, { 店铺名称: '' })]);
    const { main } = renderScreen(
      <ImportScreen droppedPaths={[path]} onDroppedHandled={handled} onOpen={() => undefined} />,
      {
        prepare: (opened) =>
          importOrders(opened, opened.core.shops.add({ platform: 'tmall', name: '示例二店' }), [
            anUnpaidOrder(300, NOW),
          ]),
      },
    );
    const jobs = () => main.handlers['imports.jobs'](undefined);
    await expect
      .poll(async () => (await jobs()).map(({ shopId }) => shopId))
      .toEqual([shopNamed(main, '示例二店').id]);
    expect(handled).toHaveBeenCalledOnce();
  });

  it('does not take the sample shop for the shop of the next file', async () => {
    const path = anExport([known(300)]);
    const { user, main } = renderScreen(theScreen(), {
      orderCount: 0,
      prepare({ core, computer }) {
        core.sample.install();
        computer.chosen.files = [path];
      },
    });
    await user.click(await screen.findByRole('button', { name: '选择文件' }));
    await screen.findByRole('button', { name: /^导入 1 行/ });
    const [job] = await main.handlers['imports.jobs'](undefined);
    expect(job?.shopId).toBe(shopNamed(main, '示例旗舰店').id);
  });

  it('offers what the watched folder has found', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare({ computer }) {
        computer.foundFiles = [{ path: '/d/a.csv', foundAtMs: NOW, writtenAtMs: NOW }];
      },
    });
    expect(await screen.findByRole('heading', { name: /下载文件夹里有 1 个新报表/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '忽略 a.csv' }));
    expect(main.inputsOf('imports.ignoreFoundFile')).toEqual([{ path: '/d/a.csv' }]);
  });

  it('takes what waits there with one Enter, from the report to the result', async () => {
    const path = anExport([known(300)]);
    const { user, main } = renderScreen(theScreen(), {
      prepare({ computer }) {
        computer.foundFiles = [{ path, foundAtMs: NOW, writtenAtMs: NOW }];
      },
    });
    const take = await screen.findByRole('button', { name: /^检查并导入 1 个/ });
    expect(document.activeElement).toBe(take);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: '导入结果' })).toBeDefined();
    expect(main.inputsOf('imports.commit')).toEqual([]);
  });

  it('leaves those out that are not ticked', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare({ computer }) {
        computer.foundFiles = ['a', 'b'].map((name) => ({
          path: anExport([known(300)], `${name}.csv`),
          foundAtMs: NOW,
          writtenAtMs: NOW,
        }));
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: /a\.csv/ }));
    await user.click(screen.getByRole('button', { name: /^检查并导入 1 个/ }));
    expect(main.inputsOf('imports.preview')).toMatchObject([{ paths: [expect.stringMatching(/b\.csv$/)] }]);
  });
});
