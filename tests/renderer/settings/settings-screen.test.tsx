import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import type { ChaseStepSetting } from '../../../shared/domain/chasing/chase-settings.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { agentNamed, saveSettings, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

/** Quiet hours move the second step to the morning, where the last one would come right after it. */
function moveToTheMorning(main: MainSide): void {
  const steps: ChaseStepSetting[] = [
    { step: 'first', timing: { from: 'placed', afterMs: 15 * MINUTE } },
    { step: 'second', timing: { from: 'placed', afterMs: 8 * HOUR } },
    { step: 'last', timing: { from: 'close', beforeMs: 5 * HOUR + 55 * MINUTE } },
  ];
  saveSettings(main, { scope: shopNamed(main, '示例旗舰店').id, key: 'chase', values: { steps } });
}

const openSection = async (user: ReturnType<typeof renderScreen>['user'], name: string) =>
  user.click(within(await screen.findByRole('navigation', { name: '设置分类' })).getByText(name));

describe('P1 chase rules of a shop', () => {
  it('shows when an order placed now would be chased, and what quiet hours have moved', async () => {
    const { main } = renderScreen(<SettingsScreen />, { prepare: moveToTheMorning });
    const plan = within(await screen.findByRole('complementary', { name: '催付预览' }));
    const points = (await plan.findAllByRole('listitem')).map(({ textContent }) => textContent);
    expect(points).toEqual([
      '下单14:30',
      '首次催付14:45下单后 15 分钟',
      '二次催付明天 08:30下单后 18 小时原定 22:30，顺延',
      '自动关闭明天 14:30下单后 1 天',
    ]);
    expect(plan.getByText('不会提醒：关闭前催付')).toBeDefined();
    expect(main.inputsOf('chases.preview')[0]).toMatchObject({ placedAtMs: NOW });
  });

  it('works the plan out anew before anything is saved', async () => {
    const { main } = renderScreen(<SettingsScreen />);
    const amount = await screen.findByRole('spinbutton', { name: '首次催付时间' });
    fireEvent.change(amount, { target: { value: '20' } });
    await expect
      .poll(() => main.inputsOf('chases.preview').at(-1))
      .toMatchObject({
        settings: { preset: 'custom', steps: [{ timing: { afterMs: 20 * MINUTE } }, {}, {}] },
      });
    expect(screen.getByText('未保存')).toBeDefined();
    expect(main.inputsOf('settings.save')).toEqual([]);
  });

  it('saves when told to, with a way back to what was', async () => {
    const { user, main } = renderScreen(<SettingsScreen />);
    fireEvent.change(await screen.findByRole('spinbutton', { name: '首次催付时间' }), {
      target: { value: '20' },
    });
    await user.click(screen.getByRole('button', { name: '保存' }));
    await user.click(await screen.findByRole('button', { name: /撤销/ }));
    expect(await screen.findByText('已撤销：修改设置')).toBeDefined();
    const shop = shopNamed(main, '示例旗舰店');
    expect(main.inputsOf('settings.save')).toMatchObject([
      {
        scope: shop.id,
        key: 'chase',
        values: { steps: [{ timing: { afterMs: 20 * MINUTE } }, {}, {}] },
      },
    ]);
    expect(shop.settings.chase.steps[0]?.timing).toEqual({ from: 'placed', afterMs: 15 * MINUTE });
  });

  it('does not save a step that can never come up, and says why', async () => {
    renderScreen(<SettingsScreen />);
    fireEvent.change(await screen.findByRole('spinbutton', { name: '二次催付时间' }), {
      target: { value: '30' },
    });
    expect(await screen.findByText('届时订单已自动关闭')).toBeDefined();
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  });
});

describe('H1 agents', () => {
  it('are added by leads; where one leads, nobody else adds an agent or a shop', async () => {
    const { user } = renderScreen(<SettingsScreen />);
    await screen.findByRole('heading', { name: '示例旗舰店' });
    expect(screen.queryByRole('button', { name: '改名' })).toBeNull();
    await openSection(user, '客服');
    expect(await screen.findByRole('heading', { name: '客服' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '添加客服' })).toBeNull();
  });

  it('adds an agent with a PIN', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, { signedIn: '亦安' });
    await openSection(user, '客服');
    await user.click(screen.getByRole('button', { name: '添加客服' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('名字'), '许言');
    await user.click(dialog.getByText('设置'));
    await user.type(dialog.getByLabelText('新 PIN'), '12');
    await user.click(dialog.getByRole('button', { name: '添加' }));
    expect(await dialog.findByText('PIN 为 4 到 8 位数字')).toBeDefined();
    await user.type(dialog.getByLabelText('新 PIN'), '34');
    await user.type(dialog.getByLabelText('再输一次'), '1234');
    await user.click(dialog.getByRole('button', { name: '添加' }));
    await expect
      .poll(() => main.inputsOf('agents.create'))
      .toEqual([{ name: '许言', role: 'agent', pin: '1234' }]);
  });
});

describe('K9 what is set and whom the team has', () => {
  it('is taken back beside the message that says it', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, { signedIn: '亦安' });
    await openSection(user, '提醒');
    await user.click(screen.getByRole('switch', { name: '提示音' }));
    expect(await screen.findByText('已保存提醒设置')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await expect.poll(() => main.preferences.current().reminders.soundEnabled).toBe(true);
    await openSection(user, '客服');
    await user.click(screen.getByRole('button', { name: '停用 小满' }));
    expect(await screen.findByText('已停用「小满」')).toBeDefined();
    expect(agentNamed(main, '小满').isArchived).toBe(true);
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await expect.poll(() => agentNamed(main, '小满').isArchived).toBe(false);
  });

  it('a shop gets its name back', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, { signedIn: '亦安' });
    await user.click(await screen.findByRole('button', { name: '改名' }));
    fireEvent.change(await screen.findByLabelText('店铺名称'), { target: { value: '示例二店' } });
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /保\s?存/ }));
    expect(await screen.findByText('已改名为「示例二店」')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    expect(await screen.findByText('已撤销：修改店铺名称')).toBeDefined();
    expect(shopNamed(main, '示例旗舰店').platform).toBe('taobao');
  });
});

describe('X2 reminders', () => {
  it('asks whether the test reminder was seen and remembers the answer', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, {
      settings: { reminders: { reminderChecked: false } },
    });
    await openSection(user, '提醒');
    await user.click(screen.getByRole('button', { name: '发送测试通知' }));
    await user.click(await screen.findByRole('button', { name: '看到了' }));
    await expect.poll(() => main.preferences.current().reminders.reminderChecked).toBe(true);
    expect(await screen.findByText('已确认')).toBeDefined();
  });

  it('changes one setting and leaves the others as they are', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, {
      settings: { imports: { watchedFolder: '下载' }, appearance: { theme: 'dark' } },
    });
    await openSection(user, '提醒');
    await user.click(screen.getByRole('switch', { name: '提示音' }));
    await expect.poll(() => main.preferences.current().reminders.soundEnabled).toBe(false);
    expect(main.preferences.current()).toMatchObject({
      imports: { watchedFolder: '下载' },
      appearance: { theme: 'dark' },
    });
  });
});

describe('X3 hotkey over every program', () => {
  it('records the combination that is pressed and no bare letter', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, {
      settings: { palette: { paletteHotkey: 'CommandOrControl+Shift+Space' } },
    });
    await openSection(user, '快捷键');
    await user.click(screen.getByRole('button', { name: /组合键 Ctrl \+ Shift \+ Space/ }));
    const recorder = screen.getByRole('button', { name: /请按下新的组合键/ });
    fireEvent.keyDown(recorder, { key: 'j', code: 'KeyJ' });
    expect(main.inputsOf('settings.save')).toEqual([]);
    fireEvent.keyDown(recorder, { key: 'j', code: 'KeyJ', ctrlKey: true, altKey: true });
    await expect.poll(() => main.preferences.current().palette.paletteHotkey).toBe('CommandOrControl+Alt+J');
  });
});
