import type { TextSize, Zoom } from '../../../shared/domain/settings/app/appearance.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { NOW, openDaysWork, openScreen, SCREENS, useZoom } from '../support/every-screen.ts';
import { brokenByWidth } from '../support/screen-check.ts';
import { openSettings } from '../support/workbench.ts';

const soft = expect.configure({ soft: true });
const HEIGHT = 697;
const WIDE = 1366;

type Place = { readonly name: string; open(app: RunningApp): Promise<void> };

const screens: readonly Place[] = SCREENS.map(([name], index) => ({
  name,
  open: (app) => openScreen(app, index),
}));

const sections = [
  '话术规范',
  '话术推荐与审批',
  '商品简称',
  '客服',
  '提醒',
  '快捷键',
  '导入',
  '外观',
  '示例店铺',
  '数据',
  '备份',
  '更新',
  '诊断',
].map(
  (section): Place => ({
    name: `the settings of ${section}`,
    async open({ window }) {
      await window.keyboard.press('Escape');
      await openSettings(window, section);
    },
  }),
);

/** The forms of an unpaid order; each closes the one before. */
const forms = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'Control+B', 'Control+M'].map(
  (key): Place => ({
    name: `the form of ${key}`,
    async open({ window }) {
      await window.keyboard.press('Control+1');
      await window.keyboard.press(key);
      await expect(window.locator('.action-form')).toBeVisible();
    },
  }),
);

/** Parts of the screens that are asked for. */
const parts: readonly Place[] = [
  {
    name: 'an order beside the list',
    async open({ window }) {
      await window.keyboard.press('Control+2');
      await window.getByRole('listbox', { name: '订单' }).getByRole('option').first().dblclick();
      await expect(window.locator('.orders-sheet')).toBeVisible();
    },
  },
  {
    name: 'the report about refunds',
    async open({ window }) {
      await window.keyboard.press('Control+5');
      await window.getByTitle('退款', { exact: true }).click();
      await expect(window.getByRole('button', { name: '导出', exact: false }).first()).toBeVisible();
    },
  },
  {
    name: 'a script in the editor',
    async open({ window }) {
      await window.keyboard.press('Control+4');
      await window.getByRole('listbox', { name: '话术' }).getByRole('option').first().click();
      await expect(window.getByRole('textbox', { name: '第 1 段' })).toBeVisible();
    },
  },
  {
    name: 'the groups of scripts',
    async open({ window }) {
      await window.getByRole('tree', { name: '分组' }).focus();
    },
  },
  ...forms,
  {
    name: 'the orders that Ctrl+K has found',
    async open({ window }) {
      await window.keyboard.press('Escape');
      await window.keyboard.press('Control+K');
      await window.keyboard.type('橘子');
      await expect(window.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'the list of keys',
    async open({ window }) {
      await window.keyboard.press('Escape');
      await window.keyboard.press('F1');
      await expect(window.getByRole('dialog')).toBeVisible();
    },
  },
];

async function expectWhole(app: RunningApp, { name, open }: Place, widths: readonly number[]): Promise<void> {
  await app.resize(WIDE, HEIGHT);
  await test.step(`open ${name}`, () => open(app));
  for (const width of widths) {
    await app.resize(width, HEIGHT);
    // The page lays itself out anew a moment after the window has its size.
    await soft
      .poll(() => brokenByWidth(app.window), { message: `${name}, ${width} wide`, timeout: 3000 })
      .toEqual([]);
  }
}

type Drawn = {
  readonly zoom: Zoom;
  readonly textSize: TextSize;
  readonly widths: readonly number[];
  readonly widthsOfParts: readonly number[];
};

/** A page that is drawn larger stands in a window that is as much wider at least. */
const DRAWN: readonly Drawn[] = [
  { zoom: '100', textSize: 'standard', widths: [2560, WIDE, 960, 720, 420, 340], widthsOfParts: [340] },
  { zoom: '150', textSize: 'standard', widths: [WIDE, 960, 720, 510], widthsOfParts: [] },
  { zoom: '100', textSize: 'largest', widths: [960, 420], widthsOfParts: [WIDE] },
];

for (const { zoom, textSize, widths, widthsOfParts } of DRAWN)
  test(`X1: nothing scrolls sideways, is cut off or broken from ${widths.at(-1)} pixels, ${zoom} %, text ${textSize}`, async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openDaysWork(app);
    await useZoom(app, zoom);
    const { currentAgentId } = await ask(app.window, 'app.state', undefined);
    const values = { textSizes: { [currentAgentId ?? '']: textSize } };
    await ask(app.window, 'settings.save', { scope: APP_SCOPE, key: 'appearance', values });
    for (const screen of screens) await expectWhole(app, screen, widths);
    if (widthsOfParts.length === 0) return;
    for (const part of [...parts, ...sections]) await expectWhole(app, part, widthsOfParts);
  });
