import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../renderer/features/library/library-screen.tsx';
import { addGroup, editScript, groupNamed } from '../../support/main-side/a-script-library.ts';
import { agentNamed, shopNamed, signInAs } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

const tree = () => screen.findByRole('tree', { name: '分组' });
const place = async (name: string) =>
  within(await tree()).getByRole('treeitem', { name: new RegExp(`^${name}，`) });
const rows = () =>
  screen
    .queryAllByRole('option')
    .filter((row) => row.closest('.virtual-list') !== null)
    .map((row) => row.textContent ?? '');

const prepared = (prepare: (main: MainSide) => void) => renderScreen(<LibraryScreen />, { prepare });

describe('R1 groups by keyboard', () => {
  it('moves the group that the arrows are on, says where it is, and takes it back', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await place('问候'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect
      .poll(() => main.inputsOf('scriptGroups.move'))
      .toEqual([{ id: groupNamed(main, '问候').id, parentId: null, beforeId: groupNamed(main, '催付').id }]);
    expect(await screen.findByText('「问候」，最上层，第 1 个，共 2 个')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await expect.poll(() => main.inputsOf('activities.undo').length).toBe(1);
  });

  it('says when a group goes no further, and asks main for nothing', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{Alt>}{ArrowUp}{ArrowLeft}{/Alt}');
    expect(await screen.findByText('不能再移动')).toBeDefined();
    expect(main.inputsOf('scriptGroups.move')).toEqual([]);
  });

  it('renames in place, and makes a group inside the current one', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{F2}');
    await user.clear(screen.getByLabelText('分组名称'));
    const { id } = groupNamed(main, '催付');
    await user.type(screen.getByLabelText('分组名称'), '催单{Enter}');
    await expect.poll(() => main.inputsOf('scriptGroups.rename')).toEqual([{ id, name: '催单' }]);
    await user.click(await place('催单'));
    await user.keyboard('{Insert}');
    await user.type(screen.getByLabelText('新分组名称'), '开场{Enter}');
    await expect.poll(() => main.inputsOf('scriptGroups.create')).toEqual([{ name: '开场', parentId: id }]);
  });

  it('removes a group with a way back and no question', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{Delete}');
    expect(await screen.findByText(/^已删除分组「催付」，其中 \d+ 条话术移到「未分组」$/)).toBeDefined();
    await user.keyboard('{Control>}z{/Control}');
    await expect.poll(() => main.core.stores.scriptGroups.list().length).toBe(2);
  });

  it('draws 300 groups as few rows', async () => {
    prepared((main) => {
      for (let index = 0; index < 300; index += 1) addGroup(main, `分组${index}`);
    });
    const shown = within(await tree()).getAllByRole('treeitem');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length).toBeLessThan(60);
  });
});

describe('R1 stars and narrowing', () => {
  it('stars what is open with a key, and shows it among the favourites', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await place('收藏'));
    expect(await screen.findByText('还没有收藏的话术')).toBeDefined();
    await user.click(await place('全部话术'));
    await user.click(await screen.findByText('小额优惠'));
    await user.keyboard('{Control>}d{/Control}');
    const { id } = agentNamed(main, '小满');
    await expect.poll(() => main.core.stores.scriptFavourites.listOf(id).length).toBe(1);
    await user.click(await place('收藏'));
    await expect.poll(rows).toEqual([expect.stringContaining('小额优惠')]);
  });

  it('offers to narrow once there is something to choose between', async () => {
    const { user } = prepared((main) => {
      const scope = { kind: 'shop', shopId: shopNamed(main, '示例旗舰店').id } as const;
      editScript(main, 'cf01', { tags: ['大促'], scope });
    });
    await screen.findAllByRole('option');
    fireEvent.mouseDown(screen.getByLabelText('按标签筛选'));
    await user.click(await screen.findByText('大促（1）'));
    await expect.poll(rows).toEqual([expect.stringContaining('核对地址与款式')]);
    await user.type(screen.getByLabelText('查找话术'), '没有');
    await user.click(await screen.findByRole('button', { name: '清除筛选' }));
    await expect.poll(() => rows().length).toBeGreaterThan(1);
  });

  it('offers nothing where all is for all and nothing has a tag', async () => {
    renderScreen(<LibraryScreen />);
    await screen.findAllByRole('option');
    expect(screen.queryByLabelText('按标签筛选')).toBeNull();
    expect(screen.queryByLabelText('按适用范围筛选')).toBeNull();
  });
});

describe('R1 where the agent was', () => {
  it('is where they come back to', async () => {
    const { main, user, unmount } = renderScreen(<LibraryScreen />);
    await user.click(await place('问候'));
    await user.click(await screen.findByText('问候', { selector: '.library-row-title' }));
    unmount();
    renderScreen(<LibraryScreen />, { main });
    expect((await place('问候')).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByLabelText('标题')).toHaveProperty('value', '问候');
  });

  it('is each agent’s own, and so is what they have not saved', async () => {
    const { main, user, unmount } = renderScreen(<LibraryScreen />);
    await user.click(await screen.findByRole('button', { name: '新建' }));
    await user.type(screen.getByLabelText('标题'), '悄悄话');
    unmount();
    signInAs(main, '知夏');
    renderScreen(<LibraryScreen />, { main });
    await screen.findAllByRole('option');
    expect(screen.queryByText(/悄悄话/)).toBeNull();
  });
});
