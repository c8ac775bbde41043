import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { renderPage } from '../app/render-page.tsx';

async function openUpdates(signedIn: '小满' | '亦安' = '亦安') {
  const page = renderPage({ signedIn }, <SettingsScreen />);
  await page.user.click(await screen.findByRole('button', { name: '更新' }));
  await screen.findByRole('heading', { name: '更新' });
  return page;
}

describe('X6: updates in the settings', () => {
  it('asks nobody before a source is set, which is for a lead to do', async () => {
    await openUpdates('小满');
    expect(screen.getByText('未设置更新来源')).toBeDefined();
    expect(screen.queryByLabelText('更新来源')).toBeNull();
    expect(screen.queryByRole('button', { name: '现在检查' })).toBeNull();
  });

  it('takes a source with Enter, shows what is new, and installs only after a yes that can be taken back', async () => {
    const { main, user } = await openUpdates();
    await user.type(screen.getByLabelText('更新来源'), 'D:\\更新{Enter}');
    await user.click(await screen.findByRole('button', { name: '现在检查' }));
    expect(await screen.findByText('催付更快')).toBeDefined();
    expect(main.inputsOf('updates.accept')).toEqual([]);
    await user.click(screen.getByRole('button', { name: '下载，退出时安装' }));
    expect(await screen.findByText('已下载并核对，退出小二工作台时安装')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '不安装' }));
    expect(await screen.findByRole('button', { name: '下载，退出时安装' })).toBeDefined();
    expect(main.inputsOf('updates.installNow')).toEqual([]);
  });

  it('stops looking at once, and takes that back as well', async () => {
    const { main, user } = await openUpdates();
    await user.type(screen.getByLabelText('更新来源'), 'D:\\更新{Enter}');
    await user.click(await screen.findByRole('button', { name: '停用' }));
    await screen.findByText('已停止检查更新');
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByRole('button', { name: '停用' });
    expect(main.inputsOf('updates.setSource')).toEqual(
      ['D:\\更新', null, 'D:\\更新'].map((source) => ({ source })),
    );
  });
});
