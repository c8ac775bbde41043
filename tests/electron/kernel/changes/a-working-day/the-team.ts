import { CHASE_PRESET_SETTINGS } from '../../../../../shared/domain/chasing/chase-settings.ts';
import type { Agent } from '../../../../../shared/domain/team/agent.ts';
import { agentNamed, shopNamed } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';

/** Long enough not to be part of an id or a time by chance. */
export const PINS = ['86420975', '13579864', '97531208'] as const;

export async function setUp({ ask, core }: Day): Promise<void> {
  core.installStartersOnce();
  await ask('app.completeFirstRun', {
    shop: { name: '示例旗舰店', platform: 'taobao' },
    agent: { name: '亦安', role: 'manager', pin: PINS[0] },
    withSample: true,
  });
  await ask('agents.create', { name: '小满', role: 'agent', pin: PINS[1] });
  await ask('agents.create', { name: '知夏', role: 'agent', pin: null });
}

export async function changeTheTeam({ ask, main, thereAndBack }: Day): Promise<void> {
  const change = (name: string, facts: Partial<Agent> & { readonly pin?: string | null }) => {
    const { id, role, isArchived } = agentNamed(main, name);
    return ask('agents.update', { id, name, role, isArchived, ...facts });
  };
  await change('知夏', { pin: PINS[2] });
  await change('知夏', { pin: PINS[1] });
  await change('知夏', { pin: null });
  await thereAndBack(() => change('知夏', { role: 'lead' }));
  await change('知夏', { name: '之夏' });
  await thereAndBack(() => change('之夏', { isArchived: true }));
  await change('之夏', { isArchived: false });
}

export async function changeShopsAndSettings({ ask, main, core, thereAndBack }: Day): Promise<void> {
  const { id } = await ask('shops.create', { name: '示例生活馆', platform: 'taobao' });
  await thereAndBack(() => ask('shops.rename', { id, name: '示例生活馆二店' }));
  await ask('settings.save', { scope: id, key: 'chase', values: CHASE_PRESET_SETTINGS.long });
  const { id: scope } = shopNamed(main, '示例旗舰店');
  await thereAndBack(() => ask('settings.save', { scope, key: 'grade', values: { vipPaidOrders: 9 } }));
  await thereAndBack(() =>
    ask('settings.save', { scope: 'app', key: 'reminders', values: { soundEnabled: false } }),
  );
  main.computer.chosen.folder = 'D:\\下载';
  await ask('settings.chooseWatchedFolder', undefined);
  await ask('updates.setSource', { source: 'D:\\更新' });
  main.computer.chosen.backupFolder = 'E:\\备份';
  await ask('backups.chooseSecondFolder', undefined);
  await ask('reminders.pauseUntil', { untilMs: main.clock.now() });
  await ask('reminders.confirmClock', undefined);
  for (const shopId of core.refreshShops.marked())
    await core.refreshShops.refresh(shopId, {
      shouldStop: () => false,
      onProgress: () => {},
      rest: async () => {},
    });
}

/** At the end of the day the sample has done its service. */
export async function removeTheSample({ ask }: Day): Promise<void> {
  await ask('sample.remove', undefined);
}
