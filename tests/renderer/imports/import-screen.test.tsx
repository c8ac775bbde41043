import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ImportScreen } from '../../../renderer/features/imports/import-screen.tsx';
import { ImportRunId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportPreview, ListedRun } from '../../../shared/ipc/contract/import-contract.ts';
import { ImportJobId } from '../../../shared/ipc/contract/import-contract.ts';
import type { FakeBridge } from '../../support/fake-bridge.ts';
import { aShop } from '../../support/fake-data.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

function aPreview(overrides: Partial<ImportPreview> = {}): ImportPreview {
  return {
    fileName: 'ExportOrderList.csv',
    formatLabel: '淘宝/天猫 订单报表',
    platforms: ['taobao', 'tmall'],
    recordLabel: '订单',
    counts: { rows: 1250, new: 1204, changed: 36, unchanged: 8, rejected: 2 },
    shopNames: ['示例旗舰店'],
    unknownColumns: [],
    rejected: [
      { row: 12, column: '买家应付货款', value: '四十一元', reason: '无法识别的金额：四十一元' },
      { row: 57, column: '订单编号', value: '', reason: '订单编号为空' },
    ],
    changed: [
      { orderNo: '3304370000000000005', orderId: OrderId.parse('o-5'), fields: ['状态', '付款时间'] },
    ],
    importedBeforeAtMs: null,
    ...overrides,
  };
}

function aRun(overrides: Partial<ListedRun> = {}): ListedRun {
  return {
    id: ImportRunId.parse('run-1'),
    shopId: ShopId.parse('shop-2'),
    fileName: 'ExportOrderList.csv',
    sha256: '0'.repeat(64),
    format: 'taobao-orders',
    formatLabel: '淘宝/天猫 订单报表',
    agentId: null,
    atMs: NOW - 60_000,
    counts: { rows: 40, new: 30, changed: 8, unchanged: 2, rejected: 0 },
    undoneAtMs: null,
    ...overrides,
  };
}

function withPreview(overrides: Partial<ImportPreview> = {}) {
  return ({ world }: FakeBridge) => {
    const preview = aPreview(overrides);
    world.jobs = [
      {
        id: ImportJobId.parse('job-1'),
        fileName: preview.fileName,
        shopId: ShopId.parse('shop-1'),
        state: { kind: 'previewed', preview },
      },
    ];
  };
}

const noPaths: readonly string[] = [];
const theScreen = (onOpenOrder: (id: OrderId) => void = () => undefined) => (
  <ImportScreen droppedPaths={noPaths} onDroppedHandled={() => undefined} onOpenOrder={onOpenOrder} />
);

describe('P1 preview of an import', () => {
  it('shows how many rows are new, changed, unchanged and rejected', async () => {
    renderScreen(theScreen(), { prepare: withPreview() });
    const job = within(await screen.findByRole('region', { name: 'ExportOrderList.csv' }));
    const figures = job.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(figures).toEqual(['1,204', '36', '8', '2', '1,250']);
  });

  it('gives the reason of every rejected row', async () => {
    renderScreen(theScreen(), { prepare: withPreview() });
    const rows = within(await screen.findByRole('listbox', { name: '拒绝的行' })).getAllByRole('option');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '12买家应付货款四十一元无法识别的金额：四十一元',
      '57订单编号空订单编号为空',
    ]);
  });

  it('writes it with Enter, which is where the focus stands', async () => {
    const { user, fake } = renderScreen(theScreen(), { prepare: withPreview() });
    const commit = await screen.findByRole('button', { name: '导入 1,240 行' });
    expect(document.activeElement).toBe(commit);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: '查看待催付' })).toBeDefined();
    expect(fake.inputsOf('imports.commit')).toEqual([{ jobId: 'job-1' }]);
  });

  it('takes the file off the list when the agent says no', async () => {
    const { user, fake } = renderScreen(theScreen(), { prepare: withPreview() });
    await user.click(await screen.findByRole('button', { name: '不导入' }));
    await expect.poll(() => screen.queryByRole('region', { name: 'ExportOrderList.csv' })).toBeNull();
    expect(fake.inputsOf('imports.commit')).toEqual([]);
  });

  it('names changed fields in Chinese and leads to the order', async () => {
    const open = vi.fn<(id: OrderId) => void>();
    const { user } = renderScreen(theScreen(open), { prepare: withPreview() });
    await user.click(await screen.findByRole('tab', { name: '更新的订单 36' }));
    expect(screen.getByText('状态、付款时间')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '3304370000000000005' }));
    expect(open).toHaveBeenCalledWith('o-5');
  });

  it('warns when the file is of another shop and changes to it', async () => {
    const { user, fake } = renderScreen(theScreen(), { prepare: withPreview({ shopNames: ['示例生活馆'] }) });
    expect(await screen.findByText(/文件里的店铺是「示例生活馆」/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '改为「示例生活馆」' }));
    expect(fake.inputsOf('imports.changeShop')).toEqual([{ jobId: 'job-1', shopId: 'shop-2' }]);
  });

  it('warns when the file is of another platform than the shop', async () => {
    const { user, fake } = renderScreen(theScreen(), {
      prepare: withPreview({ formatLabel: '抖店 订单', platforms: ['douyin'], shopNames: [] }),
    });
    expect(await screen.findByText('这是「抖店 订单」报表，而「示例旗舰店」是天猫店铺')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '改为「示例生活馆」' }));
    expect(fake.inputsOf('imports.changeShop')).toEqual([{ jobId: 'job-1', shopId: 'shop-2' }]);
  });

  it('has nothing to write when the same file comes again', async () => {
    const counts = { rows: 9, new: 0, changed: 0, unchanged: 9, rejected: 0 };
    renderScreen(theScreen(), {
      prepare: withPreview({ counts, rejected: [], changed: [], importedBeforeAtMs: NOW - 3_600_000 }),
    });
    expect(await screen.findByRole('button', { name: '没有新内容' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/导入过，再次导入不会重复写入/)).toBeDefined();
  });
});

describe('P1 where files come from', () => {
  it('previews dropped files for the shop of the last import', async () => {
    const handled = vi.fn<() => void>();
    const { fake } = renderScreen(
      <ImportScreen droppedPaths={['/a.csv']} onDroppedHandled={handled} onOpenOrder={() => undefined} />,
      {
        prepare: ({ world }) => {
          world.runs = [aRun()];
        },
      },
    );
    await expect
      .poll(() => fake.inputsOf('imports.preview'))
      .toEqual([{ paths: ['/a.csv'], shopId: 'shop-2' }]);
    expect(handled).toHaveBeenCalledOnce();
  });

  it('does not take the sample shop for the shop of the next file', async () => {
    const { user, fake } = renderScreen(theScreen(), {
      prepare: ({ world }) => {
        const id = ShopId.parse('sample');
        world.shops = [aShop({ id, name: '示例店铺', isSample: true }), ...world.shops];
        world.runs = [aRun({ shopId: id })];
      },
    });
    await user.click(await screen.findByRole('button', { name: '选择文件' }));
    expect(fake.inputsOf('imports.choose')).toEqual([{ shopId: 'shop-1' }]);
  });

  it('offers what the watched folder has found', async () => {
    const { user, fake } = renderScreen(theScreen(), {
      prepare: ({ world }) => {
        world.offers = [{ path: '/d/a.csv', fileName: 'a.csv', foundAtMs: NOW }];
      },
    });
    expect(await screen.findByText('下载文件夹里有 1 个新的订单报表')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '忽略' }));
    expect(fake.inputsOf('imports.declineOffer')).toEqual([{ path: '/d/a.csv' }]);
  });
});

describe('X4 taking an import back', () => {
  it('says what will go before it goes', async () => {
    const { user, fake } = renderScreen(theScreen(), {
      prepare: ({ world }) => {
        world.runs = [aRun()];
      },
    });
    await user.click(await screen.findByRole('button', { name: '撤销导入 ExportOrderList.csv' }));
    expect(await screen.findByText('将删除新增的 30 行，还原更新的 8 行。')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText('已撤销')).toBeDefined();
    expect(fake.inputsOf('imports.undo')).toEqual([{ runId: 'run-1' }]);
  });

  it('says in words why it cannot be', async () => {
    const { user } = renderScreen(theScreen(), {
      prepare: ({ world, handlers }) => {
        world.runs = [aRun()];
        handlers['imports.undo'] = () => {
          throw new AppError('conflict', '不能撤销：之后的导入又更新了这些订单');
        };
      },
    });
    await user.click(await screen.findByRole('button', { name: '撤销导入 ExportOrderList.csv' }));
    await user.click(await screen.findByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText('不能撤销：之后的导入又更新了这些订单')).toBeDefined();
  });
});
