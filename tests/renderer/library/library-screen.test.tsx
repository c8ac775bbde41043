import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../renderer/features/library/library-screen.tsx';
import { addScript } from '../../support/main-side/a-script-library.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

async function openScript(user: ReturnType<typeof renderScreen>['user'], title: string) {
  const list = within(await screen.findByRole('listbox', { name: '话术' }));
  await user.click(list.getByText(title));
}

/** An older build has installed its starter scripts, and this one has some more. */
function lackStarters(main: MainSide): void {
  main.core.installStartersOnce();
  main.core.db.pragma('foreign_keys = OFF');
  main.core.db.exec(`DELETE FROM scripts WHERE id IN (SELECT id FROM scripts ORDER BY code DESC LIMIT 2)`);
}

describe('X3 starter scripts of a newer build', () => {
  const offer = () => screen.queryByRole('region', { name: '新的内置话术' });

  it('are offered, and come with one click', async () => {
    const { user, main } = renderScreen(<LibraryScreen />, { prepare: lackStarters });
    const region = await screen.findByRole('region', { name: '新的内置话术' });
    const before = main.core.stores.scripts.list().length;
    const count = main.core.scripts.newStarters.list().length;
    expect(within(region).getByText(`内置话术：新的 ${count} 条`)).toBeDefined();
    await user.click(within(region).getByRole('button', { name: '采用' }));
    await expect.poll(offer).toBeNull();
    expect(main.core.stores.scripts.list()).toHaveLength(before + count);
  });

  it('are not offered again when nobody wants them', async () => {
    const { user, main } = renderScreen(<LibraryScreen />, { prepare: lackStarters });
    const region = await screen.findByRole('region', { name: '新的内置话术' });
    const before = main.core.stores.scripts.list().length;
    await user.click(within(region).getByRole('button', { name: '不用' }));
    await expect.poll(offer).toBeNull();
    expect(main.core.stores.scripts.list()).toHaveLength(before);
  });
});

describe('R1 writing scripts', () => {
  it('keeps unsaved work while another script is looked at, and marks it', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await openScript(user, '核对地址与款式');
    await user.type(screen.getByLabelText('标题'), '二');
    expect(screen.getByText('有未保存的修改')).toBeDefined();
    await openScript(user, '问候');
    expect(screen.queryByText('有未保存的修改')).toBeNull();
    expect(screen.getByText('未保存')).toBeDefined();
    await openScript(user, '核对地址与款式');
    expect(screen.getByLabelText('标题')).toHaveProperty('value', '核对地址与款式二');
    expect(main.inputsOf('scripts.edit')).toEqual([]);
  });

  it('saves with Ctrl+S', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await openScript(user, '核对地址与款式');
    await user.type(screen.getByLabelText('标题'), '二');
    await user.keyboard('{Control>}s{/Control}');
    await expect.poll(() => main.inputsOf('scripts.edit').length).toBe(1);
    expect(main.inputsOf('scripts.edit')[0]).toMatchObject({ draft: { title: '核对地址与款式二' } });
    await expect.poll(() => screen.queryByText('有未保存的修改')).toBeNull();
  });

  it('flags a variable that nothing can fill in, and shows the others as examples', async () => {
    const { user } = renderScreen(<LibraryScreen />);
    await openScript(user, '问候');
    const part = screen.getByRole('textbox', { name: '内容' });
    fireEvent.change(part, { target: { value: '{客户}您好，{优惠卷}还在' } });
    expect(screen.getByText('未知变量 {优惠卷}，复制时需要手工填写')).toBeDefined();
    const preview = screen.getByRole('region', { name: '预览' });
    expect(within(preview).getByText('山间一壶茶')).toBeDefined();
    expect(within(preview).getByText('【优惠卷】')).toBeDefined();
  });

  it('puts a code that is taken beside the code field', async () => {
    const { user } = renderScreen(<LibraryScreen />, {
      prepare: (main) => void addScript(main, { code: 'cf019', title: '大促开场' }),
    });
    await openScript(user, '核对地址与款式');
    await user.type(screen.getByLabelText(/编码/), '9');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('编码「cf019」已被「大促开场」使用')).toBeDefined();
  });

  it('adds, moves and removes the messages of a script', async () => {
    const { user } = renderScreen(<LibraryScreen />);
    await openScript(user, '问候');
    fireEvent.change(screen.getByRole('textbox', { name: '内容' }), { target: { value: '甲' } });
    await user.click(screen.getByRole('button', { name: '再加一段' }));
    fireEvent.change(screen.getByRole('textbox', { name: '第 2 段' }), { target: { value: '乙' } });
    await user.click(screen.getByRole('button', { name: '第 2 段上移' }));
    expect(screen.getByRole('textbox', { name: '第 1 段' })).toHaveProperty('value', '乙');
    await user.click(screen.getByRole('button', { name: '删除第 2 段' }));
    expect(screen.getByRole('textbox', { name: '内容' })).toHaveProperty('value', '乙');
  });
});

describe('R1 keeping scripts in order', () => {
  it('finds by all words in any order', async () => {
    const { user } = renderScreen(<LibraryScreen />);
    await user.type(await screen.findByLabelText('查找话术'), '款式 核对');
    const list = within(screen.getByRole('listbox', { name: '话术' }));
    expect(list.getAllByRole('option')).toHaveLength(1);
  });

  it('finds by pinyin initials too', async () => {
    const { user } = renderScreen(<LibraryScreen />);
    await user.type(await screen.findByLabelText('查找话术'), 'hddz');
    const list = within(await screen.findByRole('listbox', { name: '话术' }));
    expect(list.getByText('核对地址与款式')).toBeDefined();
  });

  it('archives with a way back', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await openScript(user, '问候');
    await user.click(screen.getByRole('button', { name: '归档' }));
    expect(await screen.findByText('已归档 1 条话术')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await expect.poll(() => main.inputsOf('activities.undo').length).toBe(1);
  });

  it('does not make a group of a candidate that the input method has just committed', async () => {
    const { user, main } = renderScreen(<LibraryScreen />);
    await user.click(await screen.findByRole('button', { name: '新建分组' }));
    const field = screen.getByLabelText('新分组名称');
    await user.type(field, '大促');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(main.inputsOf('scriptGroups.create')).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    await expect.poll(() => main.inputsOf('scriptGroups.create')).toEqual([{ name: '大促', parentId: null }]);
  });
});

describe('C3 the undo that a message offers', () => {
  async function saveWithKey() {
    const page = renderScreen(<LibraryScreen />);
    await openScript(page.user, '问候');
    const field = screen.getByRole('textbox', { name: '内容' });
    await page.user.type(field, '，在的');
    await page.user.keyboard('{Control>}s{/Control}');
    const undo = await screen.findByRole('button', { name: /撤销/ });
    expect(document.activeElement).toBe(field);
    return { ...page, field, undo };
  }
  const undone = (main: MainSide) => main.inputsOf('activities.undo').length;

  it('does what it says, also from within the text that was saved', async () => {
    const { main, user, undo } = await saveWithKey();
    expect(undo.textContent).toContain('Ctrl+Z');
    await user.keyboard('{Control>}z{/Control}');
    await expect.poll(() => undone(main)).toBe(1);
  });

  it('leaves the key to the text once something was typed, and stays a press away', async () => {
    const { main, user, field, undo } = await saveWithKey();
    await user.type(field, '吗');
    expect(undo.textContent).not.toContain('Ctrl+Z');
    await user.keyboard('{Control>}z{/Control}');
    expect(undone(main)).toBe(0);
    await user.click(undo);
    await expect.poll(() => undone(main)).toBe(1);
  });
});
