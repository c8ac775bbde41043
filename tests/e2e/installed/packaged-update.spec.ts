import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { ask } from '../support/bridge.ts';
import { openSettings } from '../support/workbench.ts';
import { expect, type Installation, type PackagedApp, test } from './packaged-app.ts';
import { publish } from './update-folder.ts';

const OLD_PROGRAM = '#!/bin/sh\nexit 0\n';

/** Stands for the next version: says that it was installed, where the test can read it. */
const newProgram = (mark: string): string => `#!/bin/sh\necho installed >> '${mark}'\n`;

type Shop = {
  readonly app: PackagedApp;
  /** The program file that an update replaces. */
  readonly program: string;
  /** Releases are published here. */
  readonly folder: string;
  readonly mark: string;
};

type Begin = {
  readonly home: string;
  readonly start: (options: { readonly env: Record<string, string> }) => Promise<PackagedApp>;
};

/** An installed copy, as an AppImage sees itself, with a shop, an agent and a source of updates. */
async function openWithSource({ home, start }: Begin): Promise<Shop> {
  const program = join(home, 'xiaoer.AppImage');
  const folder = join(home, '更新');
  writeFileSync(program, OLD_PROGRAM);
  await chmod(program, 0o755);
  const app = await start({ env: { APPIMAGE: program } });
  await ask(app.window, 'app.completeFirstRun', {
    shop: { name: '示例旗舰店', platform: 'tmall' },
    agent: { name: '小满', role: 'manager', pin: null },
    withSample: false,
  });
  await ask(app.window, 'settings.save', {
    scope: APP_SCOPE,
    key: 'reminders',
    values: { reminderChecked: true },
  });
  await app.window.reload();
  await expect(app.window.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await openSettings(app.window, '更新');
  await app.window.getByLabel('更新来源').fill(folder);
  await app.window.getByRole('button', { name: '保存' }).click();
  await expect(app.window.getByText('已保存更新来源')).toBeVisible();
  return { app, program, folder, mark: join(home, 'mark') };
}

async function checkNow(window: Page): Promise<void> {
  await window.getByRole('button', { name: '现在检查' }).click();
  await expect(window.getByText('正在检查…')).toBeHidden();
}

/** Serves the files of a folder, as any web server of an intranet does. */
async function withWebServer(folder: string, use: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const path = join(folder, name);
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // A port is no pipe.
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
}

const newer = (mark: string, { updateKey }: Installation) => ({
  version: '9.0.0',
  notes: '催付步骤可按店铺设置',
  installer: newProgram(mark),
  keyFile: updateKey,
});

test.describe('updates from a folder', () => {
  test('X6: nothing happens without a yes; with one it is installed when the program ends', async ({
    installation,
    home,
    start,
  }) => {
    const { app, program, folder, mark } = await openWithSource({ home, start });
    const { window } = app;
    await publish(folder, newer(mark, installation));
    await checkNow(window);
    const news = window.getByRole('region', { name: '新版本 9.0.0' });
    await expect(news).toContainText('催付步骤可按店铺设置');
    expect(existsSync(join(home, 'cache', 'xiaoer-updater', 'pending'))).toBe(false);
    expect(await app.quit()).toBe(0);
    expect(readFileSync(program, 'utf8')).toBe(OLD_PROGRAM);
    expect(existsSync(mark)).toBe(false);

    const again = await start({ env: { APPIMAGE: program } });
    await again.window.getByRole('button', { name: '进入' }).click();
    await expect(again.window.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await again.window.keyboard.press('Control+1');
    await ask(again.window, 'updates.check', undefined);
    await again.window.getByRole('button', { name: '有新版本 9.0.0' }).click();
    await again.window.getByRole('button', { name: '下载，退出时安装' }).click();
    await expect(again.window.getByText('已下载并核对，退出小二工作台时安装')).toBeVisible();
    expect(readFileSync(program, 'utf8')).toBe(OLD_PROGRAM);
    expect(await again.quit()).toBe(0);
    expect(readFileSync(program, 'utf8')).toBe(newProgram(mark));
    await expect.poll(() => existsSync(mark)).toBe(true);
  });

  test('X6: a web server of the intranet serves as well', async ({ installation, home, start }) => {
    const { app, program, folder, mark } = await openWithSource({ home, start });
    const { window } = app;
    await publish(folder, newer(mark, installation));
    await withWebServer(folder, async (address) => {
      await window.getByLabel('更新来源').fill(address);
      await window.getByRole('button', { name: '保存' }).click();
      await checkNow(window);
      await window.getByRole('button', { name: '下载，退出时安装' }).click();
      await expect(window.getByText('已下载并核对，退出小二工作台时安装')).toBeVisible();
    });
    expect(await app.quit()).toBe(0);
    expect(readFileSync(program, 'utf8')).toBe(newProgram(mark));
  });

  test('X6: a corrupt installer, a foreign signature and an older version are refused', async ({
    installation,
    home,
    start,
  }) => {
    const { app, program, folder, mark } = await openWithSource({ home, start });
    const { window } = app;
    const release = newer(mark, installation);
    await checkNow(window);
    await expect(window.getByText('更新来源无法读取，请检查网络或共享文件夹')).toBeVisible();

    await publish(folder, { ...release, installer: `${release.installer}x`, promised: release.installer });
    await checkNow(window);
    await window.getByRole('button', { name: '下载，退出时安装' }).click();
    await expect(window.getByText('安装包已损坏或不完整，没有使用。请联系 IT 重新发布')).toBeVisible();

    const foreignKey = join(home, 'foreign.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(foreignKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await publish(folder, { ...release, keyFile: foreignKey });
    await checkNow(window);
    await expect(window.getByText(/签名不符，没有使用/)).toBeVisible();

    await publish(folder, { ...release, version: '0.0.1' });
    await checkNow(window);
    await expect(window.getByText('来源中的版本 0.0.1 比本机旧，不会安装')).toBeVisible();
    await expect(window.getByRole('button', { name: '下载，退出时安装' })).toHaveCount(0);

    expect(await app.quit()).toBe(0);
    expect(readFileSync(program, 'utf8')).toBe(OLD_PROGRAM);
    expect(existsSync(mark)).toBe(false);
  });
});
