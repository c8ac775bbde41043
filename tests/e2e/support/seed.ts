import { expect } from '@playwright/test';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import type { ImportJob } from '../../../shared/ipc/contract/program/import-contract.ts';
import type { RunningApp } from './app.ts';
import { ask } from './bridge.ts';

type SeedOptions = {
  readonly shopName?: string;
  /** 天猫 fixes its prices, so a customer bargains elsewhere. */
  readonly platform?: 'tmall' | 'taobao';
  readonly agentName?: string;
  readonly withSample?: boolean;
};

/** One shop, one agent without a PIN, the reminder check answered: what nearly every test starts from. */
export async function openShop({ window }: RunningApp, options: SeedOptions = {}): Promise<void> {
  const { shopName = '示例旗舰店', platform = 'tmall', agentName = '小满', withSample = false } = options;
  await ask(window, 'app.completeFirstRun', {
    shop: { name: shopName, platform },
    agent: { name: agentName, role: 'manager', pin: null },
    withSample,
  });
  await ask(window, 'settings.save', {
    scope: APP_SCOPE,
    key: 'reminders',
    values: { reminderChecked: true },
  });
  await window.reload();
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** After a restart somebody has to sit down again. */
export async function signIn({ window }: RunningApp): Promise<void> {
  await window.getByRole('button', { name: '进入' }).click();
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** On the sign-in screen: the agent, the PIN where there is one, and Enter. */
export async function signInAs({ window }: RunningApp, name: string, pin?: string): Promise<void> {
  await window.getByRole('radio', { name: new RegExp(name) }).check();
  if (pin !== undefined) await window.getByLabel('PIN', { exact: true }).fill(pin);
  await window.keyboard.press('Enter');
}

/** One agent goes, the next one sits down. */
export async function takeSeat(app: RunningApp, name: string, pin?: string): Promise<void> {
  await app.window.keyboard.press('Control+L');
  await signInAs(app, name, pin);
  await expect(app.window.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** Previews and commits a file for that shop or the first one, past the screens. */
export async function importFile(app: RunningApp, path: string, shopName?: string): Promise<void> {
  const job = await previewFile(app, path, shopName);
  await ask(app.window, 'imports.commit', { jobId: job.id });
  await expect.poll(() => stateOf(app, job), { timeout: 120_000 }).toBe('committed');
  await ask(app.window, 'imports.dismiss', { jobId: job.id });
}

export async function previewFile(app: RunningApp, path: string, shopName?: string): Promise<ImportJob> {
  const { shops } = await ask(app.window, 'app.state', undefined);
  const shop = shops.find(({ isSample, name }) => !isSample && (shopName === undefined || name === shopName));
  if (!shop) throw new Error('There is no shop to import for');
  const [job] = await ask(app.window, 'imports.preview', { paths: [path], shopId: shop.id });
  if (!job) throw new Error('The import was not started');
  await expect.poll(() => stateOf(app, job), { timeout: 120_000 }).toBe('previewed');
  return job;
}

export async function stateOf({ window }: RunningApp, { id }: ImportJob): Promise<string> {
  const jobs = await ask(window, 'imports.jobs', undefined);
  const state = jobs.find((job) => job.id === id)?.state;
  return state?.kind === 'working'
    ? `${state.phase}${state.done > 0 ? ' under way' : ''}`
    : (state?.kind ?? 'gone');
}
