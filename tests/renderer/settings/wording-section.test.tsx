import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from '../session/render-screen.tsx';

const asLead = { signedIn: '亦安' } as const;

type User = ReturnType<typeof renderScreen>['user'];

async function openSection(user: User, name: string): Promise<void> {
  const sections = await screen.findByRole('navigation', { name: '设置分类' });
  await user.click(within(sections).getByText(name));
}

const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const found = () =>
  within(screen.getByRole('list', { name: '用语提示' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('R13 the wording of a shop', () => {
  it('is tried before it is saved, and saved with a way back', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, asLead);
    await openSection(user, '话术规范');
    write('试写一段话术', '亲，支持货到付款');
    expect(found()).toEqual([expect.stringMatching(/^亲， 称呼客户用“您”/)]);
    await user.click(screen.getByText('亲', { exact: true }));
    await user.click(screen.getByRole('button', { name: '添加词语' }));
    write('第 1 条词语', '货到付款');
    write('第 1 条原因', '本店不支持');
    write('第 1 条改为', '在线付款');
    expect(found()).toEqual([expect.stringMatching(/^货到付款 本店不支持/)]);
    await user.click(screen.getByRole('button', { name: '改为“在线付款”' }));
    expect(found()).toEqual([]);
    expect(main.inputsOf('settings.save')).toEqual([]);
    await user.click(screen.getByRole('button', { name: '保存' }));
    await user.click(await screen.findByRole('button', { name: /撤销/ }));
    expect(await screen.findByText('已撤销：修改设置')).toBeDefined();
    expect(shopNamed(main, '示例旗舰店').settings.wording).toMatchObject({ address: 'nin', ownRules: [] });
    expect(main.inputsOf('settings.save')).toMatchObject([
      {
        key: 'wording',
        values: {
          address: 'qin',
          ownRules: [{ word: '货到付款', reason: '本店不支持', replacement: '在线付款' }],
        },
      },
    ]);
  });

  it('says what is wrong with a word of the shop’s own, and saves none that is not whole', async () => {
    const { user } = renderScreen(<SettingsScreen />, asLead);
    await openSection(user, '话术规范');
    await user.click(screen.getByRole('button', { name: '添加词语' }));
    expect(screen.queryByRole('alert')).toBeNull();
    write('第 1 条词语', '*包邮');
    fireEvent.blur(screen.getByRole('textbox', { name: '第 1 条词语' }));
    expect(screen.getByRole('alert').textContent).toBe('* 只能放在词语中间');
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: '删除第 1 条' }));
    expect(screen.queryByText('未保存')).toBeNull();
  });

  it('leaves out what is switched off', async () => {
    const { user } = renderScreen(<SettingsScreen />, asLead);
    await openSection(user, '话术规范');
    write('试写一段话术', '呵呵');
    await user.click(screen.getByRole('switch', { name: /^检查冷笑的语气/ }));
    expect(found()).toEqual([]);
    expect(screen.getByText('没有提示')).toBeDefined();
  });
});

describe('R10 the bargaining of a shop', () => {
  it('rises step by step within the limit, or is not saved', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, asLead);
    const steps = within(await screen.findByRole('group', { name: '优惠步骤' }));
    fireEvent.change(steps.getByRole('spinbutton', { name: '第 2 步优惠' }), { target: { value: '3' } });
    expect(screen.getByRole('alert').textContent).toBe('每一步须大于上一步');
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
    fireEvent.change(steps.getByRole('spinbutton', { name: '第 2 步优惠' }), { target: { value: '6' } });
    await user.click(steps.getByRole('button', { name: '删除第 4 步优惠' }));
    await user.click(screen.getByRole('button', { name: '保存' }));
    await expect.poll(() => main.inputsOf('settings.save').length).toBe(1);
    expect(main.inputsOf('settings.save')).toMatchObject([
      { key: 'concession', values: { stepsFen: [300, 600, 1000], limitFen: 2000 } },
    ]);
  });
});

describe('R10 R13 what is for leads to set', () => {
  it('is read by an agent, and not changed', async () => {
    const { user } = renderScreen(<SettingsScreen />, { signedIn: '小满' });
    const steps = within(await screen.findByRole('group', { name: '优惠步骤' }));
    expect(steps.getByRole('spinbutton', { name: '第 1 步优惠' })).toHaveProperty('disabled', true);
    await openSection(user, '话术规范');
    expect(screen.getByText('由主管或经理设置')).toBeDefined();
    expect(screen.getByRole('button', { name: '添加词语' })).toHaveProperty('disabled', true);
  });
});
