import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../renderer/features/library/library-screen.tsx';
import { addScript } from '../../support/main-side/a-script-library.ts';
import { renderScreen } from '../session/render-screen.tsx';

async function openScript(user: ReturnType<typeof renderScreen>['user'], title: string) {
  const list = within(await screen.findByRole('listbox', { name: '话术' }));
  await user.click(list.getByText(title));
}

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
