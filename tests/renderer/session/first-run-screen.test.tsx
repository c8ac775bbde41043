import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FirstRunScreen } from '../../../renderer/features/session/first-run-screen.tsx';
import { renderScreen } from './render-screen.tsx';

describe('H1 first start', () => {
  it('starts with a shop and an agent and nothing else', async () => {
    const { user, main } = renderScreen(<FirstRunScreen />, { isFirstRun: true });
    await user.type(await screen.findByLabelText('店铺名称'), ' 示例旗舰店 ');
    await user.click(screen.getByText('天猫'));
    await user.type(screen.getByLabelText('客服名字'), '小满');
    await user.click(screen.getByLabelText('同时安装示例店铺，先试用'));
    await user.click(screen.getByRole('button', { name: '开始使用' }));
    expect(main.inputsOf('app.completeFirstRun')).toEqual([
      {
        shop: { name: '示例旗舰店', platform: 'tmall' },
        agent: { name: '小满', role: 'manager', pin: null },
        withSample: true,
      },
    ]);
  });

  it('says beside the field what is missing, and only after the first try', async () => {
    const { user, main } = renderScreen(<FirstRunScreen />, { isFirstRun: true });
    const start = await screen.findByRole('button', { name: '开始使用' });
    expect(screen.queryByText('请填写店铺名称')).toBeNull();
    await user.click(start);
    expect(await screen.findByText('请填写店铺名称')).toBeDefined();
    expect(screen.getByText('请填写客服名字')).toBeDefined();
    expect(main.inputsOf('app.completeFirstRun')).toEqual([]);
  });

  it('refuses a PIN that was not repeated alike', async () => {
    const { user, main } = renderScreen(<FirstRunScreen />, { isFirstRun: true });
    await user.type(await screen.findByLabelText('店铺名称'), '示例旗舰店');
    await user.type(screen.getByLabelText('客服名字'), '小满');
    await user.type(screen.getByLabelText('PIN（可不填）'), '1234');
    await user.type(screen.getByLabelText('再输一次 PIN'), '1235');
    await user.click(screen.getByRole('button', { name: '开始使用' }));
    expect(await screen.findByText('两次输入不一致')).toBeDefined();
    expect(main.inputsOf('app.completeFirstRun')).toEqual([]);
  });
});
