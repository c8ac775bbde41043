import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../electron/store/connection.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { verifyData } from './support/cli.ts';
import { shownNotifications } from './support/desktop.ts';
import { manyUnpaid, writeOrderCsv } from './support/exports.ts';
import { answerOpenDialog, answerSaveDialog } from './support/main-process.ts';
import { accessibilityFaults, expectNoSidewaysScroll, expectStill } from './support/screen-check.ts';
import { importFile, openShop, signIn } from './support/seed.ts';
import { bucket, chaseByHand, openSettings } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';

type Place = { readonly userData: string };

const dataIn = ({ userData }: Place) => join(userData, 'data');
const storeOf = (place: Place) => join(dataIn(place), 'xiaoer.db');

/** Fifty orders, and a backup of them. */
async function useStore(app: RunningApp): Promise<void> {
  await openShop(app);
  await importFile(app, writeOrderCsv(app, { name: 'orders.csv', writtenAt: NOW }, manyUnpaid(50, NOW)));
  await openSettings(app.window, '备份');
  await app.window.getByRole('button', { name: '立即备份' }).click();
  await expect(app.window.getByText('订单 50，客户 50，待办 100')).toBeVisible();
}

/** The data of a program that used a store so and ended; the first test that asks makes it, the others get a copy. */
const used = mkdtempSync(join(tmpdir(), 'xiaoer-used-'));
test.afterAll(() => rmSync(used, { recursive: true, force: true }));

/** Starts on such data, after something has happened to it. */
async function launchUsed(
  launchApp: (options: { now: string; prepare?: (userData: string) => void }) => Promise<RunningApp>,
  happen: (place: Place) => void = () => {},
): Promise<RunningApp> {
  if (readdirSync(used).length === 0) {
    const first = await launchApp({ now: NOW });
    await useStore(first);
    await first.close();
    cpSync(dataIn(first), used, { recursive: true });
  }
  return launchApp({
    now: NOW,
    prepare(userData) {
      const place = { userData };
      rmSync(dataIn(place), { recursive: true, force: true });
      cpSync(used, dataIn(place), { recursive: true });
      happen(place);
    },
  });
}

/** The program opens in a window of its own when the store is back. */
async function programAfter({ electron }: RunningApp, act: () => Promise<void>): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await act();
  return opened;
}

/** The test itself starts it again, to have its window. */
const withoutComingBack = ({ electron }: RunningApp) =>
  electron.evaluate(({ app }) => {
    app.relaunch = () => {};
  });

/** The screen of most agents. */
async function checkLook(app: RunningApp, name: string): Promise<void> {
  await app.resize(1366, 768);
  // A button under the mouse has another colour.
  await app.window.mouse.move(0, 0);
  for (const scheme of ['light', 'dark'] as const) {
    await app.useColorScheme(scheme);
    await expectStill(app.window);
    await app.screenshot(`${name}-${scheme}`);
    await expectNoSidewaysScroll(app.window);
    expect(await accessibilityFaults(app.window)).toEqual([]);
  }
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
      const app = await launchUsed(launchApp, (place) => lose(storeOf(place)));
      await expect(app.window.getByRole('heading', { name: title })).toBeVisible();
      await expect(app.window.getByText('订单 50，客户 50，待办 100')).toBeVisible();
      await checkLook(app, `store-${what}`);
      const program = await programAfter(app, () => restoreButton(app).click());
      await program.getByRole('button', { name: '进入' }).click();
      await expect(program.getByRole('navigation', { name: '主导航' })).toBeVisible();
      await app.close();
      expect(await verifyData(app)).toMatchObject({ ok: true, orders: 50, customers: 50 });
      const kept = readdirSync(dataIn(app)).filter((name) => name.startsWith('xiaoer.damaged-'));
      expect(kept.length > 0).toBe(isKept);
    });
  }

  test('X6: the settings show the backups, the second folder and the last check', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await importFile(app, writeOrderCsv(app, { name: 'orders.csv', writtenAt: NOW }, manyUnpaid(50, NOW)));
    await openSettings(app.window, '备份');
    const stick = join(app.userData, 'U 盘');
    mkdirSync(stick);
    await answerOpenDialog(app, [stick]);
    await app.window.getByRole('button', { name: '选择文件夹' }).click();
    await expect(app.window.getByText(stick)).toBeVisible();
    await app.window.getByRole('button', { name: '立即备份' }).click();
    await expect(app.window.getByText('订单 50，客户 50，待办 100')).toBeVisible();
    await app.window.getByRole('button', { name: '立即检查' }).click();
    await expect(app.window.getByText('10:00 完好')).toBeVisible();
    await expect.poll(() => readdirSync(join(stick, '小二工作台备份')).length).toBe(2);
    rmSync(stick, { recursive: true });
    await app.window.getByRole('button', { name: '立即备份' }).click();
    await expect(app.window.getByText(/没有复制到 .*U 盘或共享可能没有连接/)).toBeVisible();
    await checkLook(app, 'backups');
  });

  test('X6: what can be read of a damaged store is saved, and diagnostics with it; anew without a backup', async ({
    launchApp,
  }) => {
    const app = await launchUsed(launchApp, (place) => {
      const path = storeOf(place);
      rmSync(join(dataIn(place), 'backups'), { recursive: true });
      // A page of an index: no row is lost.
      const db = openDatabase(path);
      const pageBytes = Number(db.pragma('page_size', { simple: true }));
      const root = db.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'orders_by_no'`);
      const at = ((root.pluck().get() ?? 1) - 1) * pageBytes;
      db.close();
      writeFileSync(path, readFileSync(path).fill(0xa5, at, at + pageBytes));
    });
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

  const UNDER_THE_PROGRAM: readonly {
    readonly what: string;
    readonly title: string | RegExp;
    readonly lose: (path: string) => void;
  }[] = [
    {
      what: 'deleted',
      title: '数据文件不见了',
      lose(path) {
        for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
      },
    },
    {
      what: 'replaced',
      // The log of the other file lies beside it, which may not fit.
      title: /^数据文件(?:在使用中被替换|已损坏)$/,
      lose(path) {
        // An older state of it, as a sync folder brings back.
        const backup = readdirSync(join(path, '../backups')).find((name) => name.endsWith('.db')) ?? '';
        copyFileSync(join(path, '../backups', backup), `${path}.old`);
        renameSync(`${path}.old`, path);
      },
    },
    { what: 'without its log', title: '数据文件在使用中被替换', lose: (path) => rmSync(`${path}-wal`) },
  ];

  for (const { what, title, lose } of UNDER_THE_PROGRAM) {
    test(`X6: a store that is ${what} while the program runs stops it, and comes back with all that was confirmed`, async ({
      launchApp,
    }) => {
      const running = await launchApp({ now: NOW });
      await useStore(running);
      await running.window.keyboard.press('Control+1');
      await expect(bucket(running.window, '待办')).toContainText('50');
      await chaseByHand(running.window);
      await expect(running.window.getByText(/^已记录：/)).toBeVisible();
      await withoutComingBack(running);
      const ended = running.electron.waitForEvent('close');
      lose(storeOf(running));
      // The window may be gone in the middle of it.
      await running.window.keyboard.press('Control+Enter').catch(() => {});
      await ended;

      const app = await running.relaunch();
      await expect(app.window.getByRole('heading', { name: title })).toBeVisible();
      await expect(app.window.getByText(/恢复之前不会有任何提醒/)).toBeVisible();
      await expect(app.window.getByText('数据文件被替换或删除时')).toBeVisible();
      const stopped = { title: '数据文件出错，提醒已停止' };
      await expect.poll(shownNotifications).toContainEqual(expect.objectContaining(stopped));
      await app.screenshot(`store-${what.replaceAll(' ', '-')}-while-running`);
      const program = await programAfter(app, () =>
        app.window
          .getByRole('button', { name: /^恢复到/ })
          .first()
          .click(),
      );
      await program.getByRole('button', { name: '进入' }).click();
      await program.keyboard.press('Control+1');
      await expect(bucket(program, '待办')).toContainText('49');
      await app.close();
      expect(await verifyData(app)).toMatchObject({ ok: true, orders: 50 });
    });
  }

  test('X6: a page that turns bad while the program runs stops it once, and leads to the way back', async ({
    launchApp,
  }) => {
    const running = await launchUsed(launchApp);
    await signIn(running);
    await openSettings(running.window, '备份');
    await withoutComingBack(running);
    const path = storeOf(running);
    const ended = running.electron.waitForEvent('close');
    writeFileSync(path, readFileSync(path).fill(0xa5, 8192));
    await running.window.getByRole('button', { name: '立即检查' }).click();
    await ended;

    const app = await running.relaunch();
    await expect(app.window.getByRole('heading', { name: '数据文件已损坏' })).toBeVisible();
    await programAfter(app, () => restoreButton(app).click());
  });

  test('X6: a store that another program holds is waited for', async ({ launchApp }) => {
    let holder: ReturnType<typeof openDatabase> | undefined;
    const app = await launchUsed(launchApp, (place) => {
      holder = openDatabase(storeOf(place));
      holder.pragma('locking_mode = EXCLUSIVE');
      holder.exec('BEGIN IMMEDIATE; COMMIT');
    });
    await expect(app.window.getByRole('heading', { name: '数据文件正被另一个程序占用' })).toBeVisible();
    const program = await programAfter(app, async () => void holder?.close());
    await expect(program.getByRole('button', { name: '进入' })).toBeVisible();
  });
});
