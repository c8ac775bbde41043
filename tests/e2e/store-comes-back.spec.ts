import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../electron/store/connection.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { verifyData } from './support/cli.ts';
import { manyUnpaid, writeOrderCsv } from './support/exports.ts';
import { answerOpenDialog, answerSaveDialog } from './support/main-process.ts';
import { importFile, openShop } from './support/seed.ts';
import { openSettings } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';

const dataIn = ({ userData }: RunningApp) => join(userData, 'data');
const storeOf = (app: RunningApp) => join(dataIn(app), 'xiaoer.db');

/** Fifty orders, a backup of them, and a clean end. */
async function usedStore(app: RunningApp): Promise<void> {
  await openShop(app);
  await importFile(app, writeOrderCsv(app, { name: 'orders.csv', writtenAt: NOW }, manyUnpaid(50, NOW)));
  await openSettings(app.window, '备份');
  await app.window.getByRole('button', { name: '立即备份' }).click();
  await expect(app.window.getByText('订单 50，客户 50，待办 100')).toBeVisible();
  await app.close();
}

/** The program opens in a window of its own when the store is back. */
async function programAfter({ electron }: RunningApp, act: () => Promise<void>): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await act();
  return opened;
}

const restoreButton = ({ window }: RunningApp) => window.getByRole('button', { name: '恢复到 10:00' });

const LOSSES: readonly {
  readonly what: string;
  readonly title: string;
  readonly lose: (path: string) => void;
  readonly isKept: boolean;
}[] = [
  {
    what: 'damaged',
    title: '数据文件已损坏',
    lose: (path) => writeFileSync(path, readFileSync(path).fill(0xa5, 40_000, 400_000)),
    isKept: true,
  },
  { what: 'empty', title: '数据文件是空的', lose: (path) => truncateSync(path, 0), isKept: true },
  { what: 'missing', title: '数据文件不见了', lose: (path) => rmSync(path), isKept: false },
];

test.describe('a store comes back', () => {
  for (const { what, title, lose, isKept } of LOSSES) {
    test(`X6: a store that is ${what} is brought back with one click`, async ({ launchApp }) => {
      const first = await launchApp({ now: NOW });
      await usedStore(first);
      lose(storeOf(first));

      const app = await first.relaunch();
      await expect(app.window.getByRole('heading', { name: title })).toBeVisible();
      await expect(app.window.getByText('订单 50，客户 50，待办 100')).toBeVisible();
      await app.screenshot(`store-${what}`);
      const program = await programAfter(app, () => restoreButton(app).click());
      await program.getByRole('button', { name: '进入' }).click();
      await expect(program.getByRole('navigation', { name: '主导航' })).toBeVisible();
      await app.close();
      expect(await verifyData(app)).toMatchObject({ ok: true, orders: 50, customers: 50 });
      const kept = readdirSync(dataIn(app)).filter((name) => name.startsWith('xiaoer.damaged-'));
      expect(kept.length > 0).toBe(isKept);
    });
  }

  test('X6: what can be read of a damaged store is saved, and diagnostics with it; anew without a backup', async ({
    launchApp,
  }) => {
    const first = await launchApp({ now: NOW });
    await usedStore(first);
    const path = storeOf(first);
    rmSync(join(dataIn(first), 'backups'), { recursive: true });
    // A page of an index: no row is lost.
    const db = openDatabase(path);
    const pageBytes = Number(db.pragma('page_size', { simple: true }));
    const root = db.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'orders_by_no'`);
    const at = ((root.pluck().get() ?? 1) - 1) * pageBytes;
    db.close();
    writeFileSync(path, readFileSync(path).fill(0xa5, at, at + pageBytes));

    const app = await first.relaunch();
    await expect(app.window.getByText('数据文件旁没有备份。')).toBeVisible();
    const readable = join(app.userData, '读出.db');
    await answerSaveDialog(app, readable);
    await app.window.getByRole('button', { name: '保存还能读出的数据' }).click();
    await expect(app.window.getByText(/^已读出 \d+ 行，保存到/)).toBeVisible();
    await answerSaveDialog(app, join(app.userData, '诊断.zip'));
    await app.window.getByRole('button', { name: '保存诊断信息' }).click();
    await expect(app.window.getByText(/^已保存到/)).toBeVisible();
    await answerOpenDialog(app, [readable]);
    const program = await programAfter(app, () =>
      app.window.getByRole('button', { name: '选择其他备份' }).click(),
    );
    const { agents } = await ask(program, 'app.state', undefined);
    expect(agents).toMatchObject([{ name: '小满' }]);
    await app.close();
    expect(await verifyData(app)).toMatchObject({ ok: true, orders: 50 });
  });

  test('X6: a store that another program holds is waited for', async ({ launchApp }) => {
    const first = await launchApp({ now: NOW });
    await usedStore(first);
    const holder = openDatabase(storeOf(first));
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN IMMEDIATE; COMMIT');
    const app = await first.relaunch();
    await expect(app.window.getByRole('heading', { name: '数据文件正被另一个程序占用' })).toBeVisible();
    const program = await programAfter(app, async () => void holder.close());
    await expect(program.getByRole('button', { name: '进入' })).toBeVisible();
  });
});
