import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../renderer/features/library/library-screen.tsx';
import { AgentId, ScriptGroupId, ShopId } from '../../../shared/domain/ids.ts';
import type { FakeWorld } from '../../support/fake-world.ts';
import { renderScreen } from '../session/render-screen.tsx';

const tree = () => screen.findByRole('tree', { name: '分组' });
const place = async (name: string) =>
  within(await tree()).getByRole('treeitem', { name: new RegExp(`^${name}，`) });
const rows = () =>
  screen
    .queryAllByRole('option')
    .filter((row) => row.closest('.virtual-list') !== null)
    .map((row) => row.textContent ?? '');

const prepared = (change: (world: FakeWorld) => void) =>
  renderScreen(<LibraryScreen />, { prepare: ({ world }) => change(world) });

describe('R1 groups by keyboard', () => {
  it('moves the group that the arrows are on, says where it is, and takes it back', async () => {
    const { user, fake } = renderScreen(<LibraryScreen />);
    await user.click(await place('问候'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect
      .poll(() => fake.inputsOf('scriptGroups.move'))
      .toEqual([{ id: 'group-2', parentId: null, beforeId: 'group-1' }]);
    expect(await screen.findByText('「问候」，最上层，第 1 个，共 2 个')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await expect.poll(() => fake.inputsOf('scripts.undo').length).toBe(1);
  });

  it('says when a group goes no further, and asks main for nothing', async () => {
    const { user, fake } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{Alt>}{ArrowUp}{ArrowLeft}{/Alt}');
    expect(await screen.findByText('不能再移动')).toBeDefined();
    expect(fake.inputsOf('scriptGroups.move')).toEqual([]);
  });

  it('renames in place, and makes a group inside the current one', async () => {
    const { user, fake } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{F2}');
    await user.clear(screen.getByLabelText('分组名称'));
    await user.type(screen.getByLabelText('分组名称'), '催单{Enter}');
    await expect.poll(() => fake.inputsOf('scriptGroups.rename')).toEqual([{ id: 'group-1', name: '催单' }]);
    await user.click(await place('催单'));
    await user.keyboard('{Insert}');
    await user.type(screen.getByLabelText('新分组名称'), '开场{Enter}');
    await expect
      .poll(() => fake.inputsOf('scriptGroups.create'))
      .toEqual([{ name: '开场', parentId: 'group-1' }]);
  });

  it('removes a group with a way back and no question', async () => {
    const { user, fake } = renderScreen(<LibraryScreen />);
    await user.click(await place('催付'));
    await user.keyboard('{Delete}');
    expect(await screen.findByText(/^已删除分组「催付」，其中 \d+ 条话术移到「未分组」$/)).toBeDefined();
    await user.keyboard('{Control>}z{/Control}');
    await expect.poll(() => fake.world.groups.length).toBe(2);
  });

  it('draws 300 groups as few rows', async () => {
    prepared((world) => {
      world.groups = Array.from({ length: 300 }, (_, index) => ({
        id: ScriptGroupId.parse(`group-${index}`),
        parentId: null,
        name: `分组${index}`,
        sortKey: index,
      }));
    });
    const shown = within(await tree()).getAllByRole('treeitem');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length).toBeLessThan(60);
  });
});

describe('R1 stars and narrowing', () => {
  it('stars what is open with a key, and shows it among the favourites', async () => {
    const { user, fake } = renderScreen(<LibraryScreen />);
    await user.click(await place('收藏'));
    expect(await screen.findByText('还没有收藏的话术')).toBeDefined();
    await user.click(await place('全部话术'));
    await user.click(await screen.findByText('小额优惠'));
    await user.keyboard('{Control>}d{/Control}');
    await expect.poll(() => fake.world.favourites.length).toBe(1);
    await user.click(await place('收藏'));
    await expect.poll(rows).toEqual([expect.stringContaining('小额优惠')]);
  });

  it('offers to narrow once there is something to choose between', async () => {
    const { user } = prepared((world) => {
      world.scripts = world.scripts.map((script, index) =>
        index === 0
          ? { ...script, tags: ['大促'], scope: { kind: 'shop', shopId: ShopId.parse('shop-1') } }
          : script,
      );
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
    const { user, unmount } = renderScreen(<LibraryScreen />);
    await user.click(await place('问候'));
    await user.click(await screen.findByText('问候', { selector: '.library-row-title' }));
    unmount();
    renderScreen(<LibraryScreen />);
    expect((await place('问候')).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByLabelText('标题')).toHaveProperty('value', '问候');
  });

  it('is each agent’s own, and so is what they have not saved', async () => {
    const { user, unmount } = renderScreen(<LibraryScreen />);
    await user.click(await screen.findByRole('button', { name: '新建' }));
    await user.type(screen.getByLabelText('标题'), '悄悄话');
    unmount();
    prepared((world) => {
      world.currentAgentId = AgentId.parse('agent-2');
    });
    await screen.findAllByRole('option');
    expect(screen.queryByText(/悄悄话/)).toBeNull();
  });
});
