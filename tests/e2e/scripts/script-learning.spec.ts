import type { Locator, Page } from '@playwright/test';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import type { AgentRole } from '../../../shared/domain/team/agent.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { PAID, unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { accessibilityFaults } from '../support/screen-check.ts';
import { importFile, openShop } from '../support/seed.ts';
import { queueRow } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const ORDER = { no: '3304370000000000201', nick: '橘子不吃皮', placedAt: '2026-06-10T09:30:00+08:00' };

const approval = (scriptApprovalRequired: boolean) => ({
  scope: APP_SCOPE,
  key: 'scripts',
  values: { scriptApprovalRequired },
});

const dialog = (window: Page, name: string | RegExp): Locator => window.getByRole('dialog', { name });
const partField = (window: Page): Locator => window.getByRole('textbox', { name: '第 1 段' });

async function openInLibrary(window: Page, code: string): Promise<void> {
  await window.keyboard.press('Control+4');
  await window.getByRole('textbox', { name: '查找话术' }).fill(code);
  await window.getByRole('listbox', { name: '话术' }).getByRole('option').first().click();
  await expect(window.getByRole('button', { name: /效果与历史/ })).toBeVisible();
}

async function hire(app: RunningApp, name: string, role: AgentRole) {
  return ask(app.window, 'agents.create', { name, role, pin: null });
}

async function sitDown({ window }: RunningApp, name: string): Promise<void> {
  const { agents } = await ask(window, 'app.state', undefined);
  const agent = agents.find((one) => one.name === name);
  if (!agent) throw new Error(`Nobody is called ${name}`);
  await ask(window, 'session.signIn', { agentId: agent.id, pin: null });
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('banner').getByText(name)).toBeVisible();
}

/** The first choice of the list that is open. */
async function choose(window: Page, name: RegExp): Promise<void> {
  await expect(window.getByRole('option', { name })).toHaveCount(1);
  await window.keyboard.press('Enter');
}

test.describe('scripts that learn', () => {
  test('X5: what was copied before the payment is the script’s success, with the number of cases', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeOrderCsv(app, { name: 'today.csv', writtenAt: NOW }, [unpaidOrder(ORDER)]));
    await window.keyboard.press('Control+1');
    await queueRow(window, ORDER.nick).click();
    await window.keyboard.press('Control+E');
    const chosen = window.getByRole('option', { selected: true }).filter({ hasText: '推荐' });
    await expect(chosen).toBeVisible();
    const [code = ''] = /[a-z]{2}\d+/.exec((await chosen.textContent()) ?? '') ?? [];
    await window.keyboard.press('Enter');
    await expect(window.getByText(/已复制/).first()).toBeVisible();

    await window.keyboard.press('Control+I');
    const page = dialog(window, /./);
    await expect(page.getByText('样本不足（0 次）').first()).toBeVisible();
    expect(await accessibilityFaults(window)).toEqual([]);
    await expect(page.getByText('待定').locator('..').getByText('1', { exact: true }).first()).toBeVisible();
    await window.keyboard.press('Escape');

    const later = '2026-06-10T12:00:00+08:00';
    const paid = {
      ...unpaidOrder(ORDER),
      订单状态: PAID,
      订单付款时间: '2026-06-10 11:00:00',
      买家实际支付金额: '88.00',
    };
    await importFile(app, writeOrderCsv(app, { name: 'later.csv', writtenAt: later }, [paid]));
    // For an order that is paid other words stand first.
    await window.keyboard.press('Control+E');
    await window.keyboard.type(code);
    await expect(window.getByRole('option', { selected: true }).filter({ hasText: code })).toBeVisible();
    await window.keyboard.press('Control+I');
    await expect(page.getByText('样本不足（1 次）').first()).toBeVisible();
    await expect(page.getByTitle(/由导入确认/).getByText('1', { exact: true })).toBeVisible();
  });

  test('K9: an agent proposes, the lead accepts with a note, and the others see what changed', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    for (const name of ['小林', '小周']) await hire(app, name, 'agent');
    await ask(window, 'settings.save', approval(true));

    await sitDown(app, '小林');
    const allowItself = ask(window, 'settings.save', approval(false));
    await expect(allowItself).rejects.toThrow('须由主管或经理操作');
    await openInLibrary(window, 'cf1');
    await partField(window).fill('您好，订单为您保留到今晚，方便时付款即可。');
    await window.keyboard.press('Control+S');
    await window.getByRole('textbox', { name: '修改理由' }).fill('客户反映原话太催');
    await window.keyboard.press('Enter');
    await expect(window.getByText('已提交建议，等待主管审批')).toBeVisible();

    await sitDown(app, '小满');
    await expect(window.getByRole('button', { name: /话术.*1 条话术建议/ })).toBeVisible();
    await window.getByRole('button', { name: '1 条建议待审批' }).click();
    const proposals = dialog(window, '话术建议');
    await expect(proposals.locator('ins').first()).toBeVisible();
    expect(await accessibilityFaults(window)).toEqual([]);
    await proposals.getByRole('textbox', { name: '审批说明' }).fill('语气更好');
    await proposals.getByRole('button', { name: '采纳', exact: true }).click();
    await expect(window.getByText('已采纳建议')).toBeVisible();
    await window.keyboard.press('Escape');

    await sitDown(app, '小林');
    await window.getByRole('button', { name: /1 条有答复/ }).click();
    await expect(proposals.getByText('语气更好')).toBeVisible();
    await window.keyboard.press('Escape');

    await sitDown(app, '小周');
    await window.getByRole('button', { name: '1 条话术有更新' }).click();
    const news = dialog(window, '话术更新');
    await expect(news.getByText('小满')).toBeVisible();
    await expect(news.locator('ins').first()).toContainText('保留到今晚');
    await news.getByRole('button', { name: '全部标为已看' }).click();
    await expect(news.getByText('没有新的更新')).toBeVisible();
  });

  test('K9: every version can be read and restored, and the example of a change stands beside it', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeOrderCsv(app, { name: 'today.csv', writtenAt: NOW }, [unpaidOrder(ORDER)]));
    await openInLibrary(window, 'cf1');
    const before = await partField(window).inputValue();
    await partField(window).fill('您好，方便时付款即可。');
    await window.keyboard.press('Control+S');
    await expect(window.getByText(/已保存/)).toBeVisible();

    await window.keyboard.press('Control+I');
    const page = dialog(window, /首次/);
    await page.getByRole('tab', { name: '案例' }).click();
    await page.getByRole('combobox', { name: '案例订单' }).fill(ORDER.nick);
    await choose(window, new RegExp(ORDER.no));
    await page.getByRole('textbox', { name: '案例说明' }).fill('客户说太催');
    await window.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: '案例' }).getByText('客户说太催')).toBeVisible();

    await page.getByRole('tab', { name: '历史版本' }).click();
    const versions = page.getByRole('list', { name: '历史版本' }).getByRole('listitem');
    await expect(versions.first().locator('ins').first()).toBeVisible();
    await page.getByRole('combobox', { name: '关联案例' }).press('ArrowDown');
    await choose(window, /客户说太催/);
    await expect(versions.first().getByText('来自案例')).toBeVisible();
    expect(await accessibilityFaults(window)).toEqual([]);

    await page.getByRole('button', { name: '恢复此版本' }).click();
    await expect(window.getByText(/已恢复为/)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(partField(window)).toHaveValue(before);
  });
});
