import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ScriptImportScreen } from '../../../renderer/features/script-exchange/script-import-screen.tsx';
import { renderScreen } from '../session/render-screen.tsx';
import { answerScriptFiles } from './a-script-file.ts';

const PATH = '/files/短语.csv';

function openScreen(path: string | null = PATH) {
  const onClose = vi.fn<() => void>();
  return {
    onClose,
    ...renderScreen(<ScriptImportScreen path={path} onClose={onClose} />, { prepare: answerScriptFiles }),
  };
}

const rows = () => screen.findByRole('listbox', { name: '文件中的话术' });

describe('X3: the preview of a script file', () => {
  it('starts with the choice of a file where none was dropped', async () => {
    const { user, main } = openScreen(null);
    await user.click(await screen.findByRole('button', { name: '选择文件…' }));
    await rows();
    expect(main.inputsOf('scriptFiles.preview')[0]).toMatchObject({ path: PATH, format: null, target: null });
  });

  it('says what each row would do and why, and how many would be written', async () => {
    openScreen();
    const list = within(await rows());
    expect(list.getAllByRole('option')).toHaveLength(5);
    expect(list.getByText('编码已用于「欢迎」，内容不同')).toBeDefined();
    expect(screen.getByRole('radio', { name: '冲突 1' })).toBeDefined();
    expect(screen.getByRole('button', { name: '导入 3 条' })).toBeDefined();
    expect(screen.getByText('新建分组 1 个：发货=>催发货；图片 1 张')).toBeDefined();
  });

  it('decides one row by the keyboard, and imports as decided', async () => {
    const { user, main, onClose } = openScreen();
    const list = await rows();
    list.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const detail = within(screen.getByRole('complementary', { name: '第 4 行' }));
    expect(detail.getByText('欢迎光临')).toBeDefined();
    await user.click(detail.getByRole('radio', { name: '跳过' }));
    await user.click(await screen.findByRole('button', { name: '导入 2 条' }));
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    expect(main.inputsOf('scriptFiles.import')[0]).toMatchObject({
      sha256: 'abc',
      request: { choices: { conflict: 'merge', byRow: { '4': 'skip' } } },
    });
  });

  it('lets the agent say what the columns of a table hold', async () => {
    const { user, main } = openScreen();
    await rows();
    await user.click(screen.getByLabelText('格式'));
    await user.click(await screen.findByTitle('表格（自选列）'));
    await user.click(await screen.findByLabelText('「快捷短语」是'));
    await user.click(await screen.findByTitle('标题'));
    await expect
      .poll(() => main.inputsOf('scriptFiles.preview').at(-1))
      .toMatchObject({ format: 'table', columns: ['code', 'title'] });
  });

  it('says why a file cannot be read, and offers another', async () => {
    openScreen('/files/短语.pdf');
    expect(await screen.findByText('读不了这个文件')).toBeDefined();
    expect(screen.getByText(/请选择话术文件/)).toBeDefined();
    expect(screen.getByRole('button', { name: '换文件…' })).toBeDefined();
  });

  it('is left by Esc', async () => {
    const { user, onClose } = openScreen();
    await rows();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
