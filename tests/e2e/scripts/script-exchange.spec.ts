import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encodeText } from '../../support/export-files.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/main-process.ts';
import { accessibilityFaults, expectNoSidewaysScroll } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const QIANNIU = [
  '快捷短语编码,快捷短语,快捷短语分组',
  'hh1,您好，我是客服小满，请问有什么可以帮您？,接待',
  'qn01,"亲，48小时内发货哦~',
  '默认中通/圆通，不指定快递","发货物流"',
  'qn02,"发票请在""订单详情-申请开票""提交，[买家昵称]",售后',
  `${'x'.repeat(21)},编码太长的一条,售后`,
].join('\r\n');

const V3 = [
  '最初3行的内容请勿改动(V3)！！！',
  '"\t示例旗舰店"',
  '分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）',
  '"\t尺码=>上装","\tcm","\t尺码表","\t按平时尺码拍即可，附尺码表","\tcm01.png",""',
  '"\t尺码=>上装","\t_01_","\t数字编码","\t您好","\t",""',
  '',
].join('\r\n');

function write({ userData }: RunningApp, name: string, text: string): string {
  const path = join(userData, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, encodeText(text, 'gb18030'));
  return path;
}

async function openLibrary({ window }: RunningApp): Promise<void> {
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('button', { name: '导入话术' })).toBeVisible();
}

async function previewFile(app: RunningApp, path: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await app.window.getByRole('button', { name: '导入话术' }).click();
  await app.window.getByRole('button', { name: '选择文件…' }).click();
  await expect(rows(app.window)).toBeVisible();
}

const rows = (window: Page) => window.getByRole('listbox', { name: '文件中的话术' });
const filterBy = (window: Page, name: RegExp) => window.getByRole('radio', { name }).locator('..');

async function codes({ window }: RunningApp): Promise<string[]> {
  const { scripts } = await ask(window, 'scripts.library', undefined);
  return scripts.filter(({ archivedAtMs }) => archivedAtMs === null).map(({ code }) => code);
}

/** A script of the shop's own that the file calls by the same code. */
async function createOwn({ window }: RunningApp): Promise<void> {
  const { scripts } = await ask(window, 'scripts.library', undefined);
  if (scripts.some(({ code }) => code === 'hh1')) return;
  await ask(window, 'scripts.create', {
    scope: { kind: 'all' },
    groupId: null,
    title: '欢迎',
    code: 'hh1',
    parts: ['欢迎光临'],
    keywords: '',
    tags: [],
    fit: { stages: [], reasons: [], steps: [], grades: [] },
  });
}

test('X3: a phrase file of 千牛 is previewed, imported with one conflict kept twice, and taken back', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: '2026-06-10T10:00:00+08:00' });
  const { window } = app;
  await openShop(app);
  await createOwn(app);
  const before = await codes(app);
  await openLibrary(app);
  await previewFile(app, write(app, '千牛短语.csv', QIANNIU));

  await test.step('every row says what it would do, and why', async () => {
    await expect(rows(window).getByRole('option')).toHaveCount(4);
    await expect(window.getByText(/编码已用于「.*」/).first()).toBeVisible();
    await expect(window.getByText(/\[买家昵称\] 像其他工具的变量/).first()).toBeVisible();
    await expect(window.getByText('新建分组', { exact: false })).toBeVisible();
    for (const scheme of ['light', 'dark'] as const) {
      await app.useColorScheme(scheme);
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
      ] as const) {
        await app.resize(width, height);
        await expectNoSidewaysScroll(window);
        await app.screenshot(`script-import-${scheme}-${width}`);
      }
      expect(await accessibilityFaults(window)).toEqual([]);
    }
    await app.useColorScheme('light');
    await filterBy(window, /^不能导入/).click();
    await expect(window.getByText('编码超过 20 字').first()).toBeVisible();
  });

  await filterBy(window, /^冲突/).click();
  await window.getByRole('radio', { name: '两条都保留' }).check();
  await window.getByRole('button', { name: '导入 3 条' }).click();
  await expect(window.getByText('已导入 3 条话术')).toBeVisible();
  expect((await codes(app)).toSorted()).toEqual([...before, 'hh1-2', 'qn01', 'qn02'].toSorted());

  await window.keyboard.press('Control+Z');
  await expect(window.getByText('已撤销导入 3 条话术')).toBeVisible();
  expect((await codes(app)).toSorted()).toEqual(before.toSorted());
});

test('X3: V3 with a picture goes out as it came in, and finds nothing to change', async ({ launchApp }) => {
  const app = await launchApp({ now: '2026-06-10T10:00:00+08:00' });
  const { window, userData } = app;
  await openShop(app);
  await openLibrary(app);
  const source = write(app, 'in/v3.csv', V3);
  mkdirSync(join(userData, 'in/图片'));
  writeFileSync(join(userData, 'in/图片/cm01.png'), PNG);
  await previewFile(app, source);
  await expect(window.getByText('图片 1 张')).toBeVisible();
  await window.getByRole('button', { name: '导入 2 条' }).click();
  await expect(window.getByText('已导入 2 条话术')).toBeVisible();

  const target = join(userData, 'out/v3.csv');
  mkdirSync(join(userData, 'out'));
  await answerSaveDialog(app, target);
  await window.getByRole('button', { name: '导出话术' }).click();
  await window.getByRole('radio', { name: '全部话术' }).check();
  await window.getByRole('radio', { name: /^V3/ }).check();
  await app.screenshot('script-export');
  await window.getByRole('button', { name: '导出…' }).click();
  await expect(window.getByText('编码不能以数字开头或结尾', { exact: false })).toBeVisible();
  await app.screenshot('script-export-done');
  await window.getByRole('button', { name: '完成' }).click();
  expect(readFileSync(target, 'utf8')).toContain('"\t尺码=>上装","\tcm","\t尺码表"');
  expect(readFileSync(join(userData, 'out/图片/cm01.png')).equals(PNG)).toBe(true);

  await previewFile(app, target);
  await expect(window.getByRole('button', { name: '没有要导入的' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: '导入话术' })).toBeVisible();
});
