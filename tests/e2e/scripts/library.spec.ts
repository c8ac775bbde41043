import type { Locator, Page } from '@playwright/test';
import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import { expect, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { openShop } from '../support/seed.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const NO_FIT = { stages: [], reasons: [], steps: [], grades: [] };

const tree = (window: Page): Locator => window.getByRole('tree', { name: '分组' });
const groupRow = (window: Page, name: string): Locator =>
  tree(window).getByRole('treeitem', { name: new RegExp(`^${name}，`) });
const list = (window: Page): Locator => window.getByRole('listbox', { name: '话术' });
const scriptRow = (window: Page, title: string): Locator =>
  list(window).getByRole('option').filter({ hasText: title });
const titles = (window: Page): Promise<string[]> =>
  list(window).locator('.library-row-title').allTextContents();

/** The groups as they are seen, each with its level. */
const groupsSeen = (window: Page): Promise<string[]> =>
  tree(window)
    .locator('[data-place="group"]')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.getAttribute('aria-level')} ${row.querySelector('.library-group-name')?.textContent ?? ''}`,
      ),
    );

async function makeGroup(window: Page, name: string): Promise<ScriptGroupId> {
  return (await ask(window, 'scriptGroups.create', { name, parentId: null })).id;
}

async function makeScript(window: Page, title: string, groupId: ScriptGroupId | null): Promise<void> {
  const code = `e2e-${title}`;
  const scope = { kind: 'all' } as const;
  const draft = { scope, groupId, title, code, parts: ['您好'], keywords: '', tags: [], fit: NO_FIT };
  await ask(window, 'scripts.create', draft);
}

/** A small library of its own, with nothing of the starter library in it. */
async function openLibrary(window: Page): Promise<void> {
  const { groups, scripts } = await ask(window, 'scripts.library', undefined);
  await ask(window, 'scripts.archive', { ids: scripts.map(({ id }) => id) });
  for (const { id } of groups) await ask(window, 'scriptGroups.remove', { id });
  for (const name of ['售前', '售后', '退款']) await makeGroup(window, name);
  const first = (await ask(window, 'scripts.library', undefined)).groups.find(({ name }) => name === '售前');
  for (const title of ['甲', '乙', '丙']) await makeScript(window, title, first?.id ?? null);
  await window.keyboard.press('Control+4');
  await expect(groupRow(window, '退款')).toBeVisible();
}

/** Lets go over a part of the row: 0 is its upper edge, 1 its lower one. */
async function drag(from: Locator, to: Locator, part: number): Promise<void> {
  const window = from.page();
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error('Not on screen');
  await window.mouse.move(start.x + 60, start.y + start.height / 2);
  await window.mouse.down();
  await window.mouse.move(end.x + 70, end.y + end.height * 0.5, { steps: 6 });
  await window.mouse.move(end.x + 70, end.y + end.height * part, { steps: 3 });
  await expect(window.locator('[data-drop-zone]')).toHaveCount(1);
  await window.mouse.up();
}

test.describe('the script library', () => {
  test('R1: groups are nested with the mouse and with keys, and every move comes back', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await openLibrary(window);
    await drag(groupRow(window, '退款'), groupRow(window, '售后'), 0.5);
    await expect(window.getByText('已将分组「退款」移到「售后」下')).toBeVisible();
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '1 售后', '2 退款']);
    await drag(groupRow(window, '售后'), groupRow(window, '售前'), 0.1);
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售后', '2 退款', '1 售前']);
    await window.keyboard.press('Control+Z');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '1 售后', '2 退款']);

    await groupRow(window, '退款').click();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '1 售后', '1 退款']);
    await window.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '1 退款', '1 售后']);
    await window.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '2 退款', '1 售后']);
    await expect(window.getByText('「退款」，「售前」下，第 1 个，共 1 个')).toBeAttached();

    await groupRow(window, '售前').click();
    await window.keyboard.press('Delete');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 退款', '1 售后']);
    await expect(groupRow(window, '未分组')).toHaveAccessibleName('未分组，3 条');
    await window.keyboard.press('Control+Z');
    await expect.poll(() => groupsSeen(window)).toEqual(['1 售前', '2 退款', '1 售后']);
    await expect(groupRow(window, '售前')).toHaveAccessibleName('售前，3 条');
  });

  test('R1: scripts are put in order, moved together and tagged, and every stroke comes back', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await openLibrary(window);
    await groupRow(window, '售前').click();
    await drag(scriptRow(window, '丙'), scriptRow(window, '甲'), 0.1);
    await expect.poll(() => titles(window)).toEqual(['丙', '甲', '乙']);
    await scriptRow(window, '丙').click();
    await window.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => titles(window)).toEqual(['甲', '丙', '乙']);

    await window.keyboard.press('Control+A');
    await window.getByRole('button', { name: '标签' }).click();
    await window.getByLabel('添加标签').fill('大促');
    await window.keyboard.press('Enter');
    await expect(window.getByText('已为 3 条话术添加标签「大促」')).toBeVisible();
    await expect(list(window).getByText('大促')).toHaveCount(3);
    await window.keyboard.press('Escape');
    await list(window).focus();
    await drag(scriptRow(window, '甲'), groupRow(window, '售后'), 0.5);
    await expect(groupRow(window, '售后')).toHaveAccessibleName('售后，3 条');
    await window.keyboard.press('Control+Z');
    await expect(groupRow(window, '售前')).toHaveAccessibleName('售前，3 条');
    await window.keyboard.press('Control+Z');
    await expect(list(window).getByText('大促')).toHaveCount(0);
  });

  test('R1: stars, the archive, and where the agent was', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await openLibrary(window);
    await groupRow(window, '收藏').click();
    await expect(window.getByText('还没有收藏的话术')).toBeVisible();
    await groupRow(window, '售前').click();
    await scriptRow(window, '乙').click();
    await window.keyboard.press('Control+D');
    await expect(groupRow(window, '收藏')).toHaveAccessibleName('收藏，1 条');
    await scriptRow(window, '甲').hover();
    await scriptRow(window, '甲').locator('.library-star').click();
    await groupRow(window, '收藏').click();
    await expect.poll(() => titles(window)).toEqual(['甲', '乙']);

    await scriptRow(window, '甲').click();
    await window.keyboard.press('Delete');
    await expect.poll(() => titles(window)).toEqual(['乙']);
    await groupRow(window, '已归档').click();
    await window.getByLabel('查找话术').fill('甲');
    await scriptRow(window, '甲').first().click();
    await window.getByRole('button', { name: '恢复' }).click();
    await expect(window.getByText('已恢复 1 条话术')).toBeVisible();
    await window.getByLabel('查找话术').fill('');
    await groupRow(window, '收藏').click();
    await scriptRow(window, '乙').click();

    await window.keyboard.press('Control+1');
    await window.keyboard.press('Control+4');
    await expect(groupRow(window, '收藏')).toHaveAttribute('aria-selected', 'true');
    await expect(window.getByLabel('标题', { exact: true })).toHaveValue('乙');
    await groupRow(window, '已归档').click();
    const scrolled = () => list(window).evaluate(({ scrollTop }) => scrollTop);
    await list(window).focus();
    await window.keyboard.press('End');
    await expect.poll(scrolled).toBeGreaterThan(1000);
    const top = await scrolled();
    await window.keyboard.press('Control+1');
    await window.keyboard.press('Control+4');
    await expect.poll(scrolled).toBeGreaterThan(top - 60);
  });

  test('R1: a personal script is for the eyes of its agent', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await openLibrary(window);
    await groupRow(window, '售前').click();
    await scriptRow(window, '甲').click();
    await window.getByRole('button', { name: '更多' }).click();
    await window.getByRole('menuitem', { name: '另存为个人话术' }).click();
    await expect(scriptRow(window, '个人')).toHaveCount(1);
    await window.getByLabel('标题', { exact: true }).fill('我的说法');
    await window.keyboard.press('Control+S');
    await expect(scriptRow(window, '我的说法')).toBeVisible();

    const { id } = await ask(window, 'agents.create', { name: '知夏', role: 'lead', pin: null });
    await ask(window, 'session.signIn', { agentId: id, pin: null });
    await expect.poll(async () => (await ask(window, 'app.state', undefined)).currentAgentId).toBe(id);
    await window.reload();
    await window.keyboard.press('Control+4');
    await groupRow(window, '售前').click();
    await expect.poll(() => titles(window)).toEqual(['甲', '乙', '丙']);
    const occasion = { orderId: null, taskId: null };
    const found = await ask(window, 'scripts.search', { text: '我的说法', occasion, limit: 10 });
    expect(found).toEqual([]);
  });

  test('R1: for an order, nothing is offered that another shop says', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    await openLibrary(window);
    const { shops } = await ask(window, 'app.state', undefined);
    const own = shops.find(({ isSample }) => !isSample);
    const sample = shops.find(({ isSample }) => isSample);
    if (!own || !sample) throw new Error('Two shops were set up');
    await scriptRow(window, '乙').click();
    await window.getByRole('button', { name: '更多' }).click();
    await window.getByRole('menuitem', { name: `店铺专用 · ${own.name}` }).click();
    await expect(scriptRow(window, '乙').getByText(own.name)).toBeVisible();

    const query = { shopId: sample.id, status: null, text: '', sort: 'newest', offset: 0, limit: 1 } as const;
    const [line] = (await ask(window, 'orders.page', query)).rows;
    if (!line) throw new Error('The sample shop has orders');
    const titlesFor = async (orderId: typeof line.id | null) => {
      const occasion = { orderId, taskId: null };
      const hits = await ask(window, 'scripts.search', { text: 'e2e', occasion, limit: 10 });
      return hits.map(({ script }) => script.title).toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
    };
    expect(await titlesFor(line.id)).toEqual(['丙', '甲']);
    expect(await titlesFor(null)).toEqual(['丙', '甲', '乙']);
  });
});
