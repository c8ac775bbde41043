import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../renderer/features/library/library-screen.tsx';
import { addScript } from '../../support/main-side/a-script-library.ts';
import { saveSettings, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderScreen } from '../session/render-screen.tsx';

type Screen = ReturnType<typeof renderScreen>;

type Written = Parameters<typeof addScript>[1] & { readonly isArchived?: boolean };

function renderLibrary(scripts: readonly Written[], prepare: (main: MainSide) => void = () => {}): Screen {
  return renderScreen(<LibraryScreen />, {
    hasScripts: false,
    prepare: (main) => {
      for (const { isArchived = false, ...draft } of scripts) {
        const { id } = addScript(main, draft);
        if (isArchived) main.core.scripts.service.archive([id], main.clock.now());
      }
      prepare(main);
    },
  });
}

async function openScript({ user }: Screen, title: string) {
  const list = within(await screen.findByRole('listbox', { name: '话术' }));
  await user.click(list.getByText(title));
}

const content = () => screen.getByRole('textbox', { name: '内容' });
const write = (text: string) => fireEvent.change(content(), { target: { value: text } });

describe('R13 wording in the editor', () => {
  it('marks the word under its part while it is typed, with the reason', async () => {
    const view = renderLibrary([{ code: 'a1', title: '问候' }]);
    await openScript(view, '问候');
    expect(screen.queryByRole('list', { name: '内容的用语提示' })).toBeNull();
    write('{客户}您好，这款全网最低价');
    const findings = within(screen.getByRole('list', { name: '内容的用语提示' }));
    expect(findings.getByText('全网最低价').tagName).toBe('MARK');
    expect(findings.getByText(/广告禁用绝对化用语/)).toBeDefined();
    const list = document.getElementById(content().getAttribute('aria-describedby') ?? '');
    expect(list?.textContent).toContain('全网最低价');
    write('{客户}您好，这款今天有优惠');
    expect(screen.queryByRole('list', { name: '内容的用语提示' })).toBeNull();
  });

  it('puts the better word in, and the cursor behind it', async () => {
    const view = renderLibrary([{ code: 'a1', title: '问候', parts: ['帮亲查一下'] }]);
    await openScript(view, '问候');
    await view.user.click(screen.getByRole('button', { name: '改为“您”' }));
    expect(content()).toHaveProperty('value', '帮您查一下');
    expect(document.activeElement).toBe(content());
    expect(content()).toHaveProperty('selectionStart', 2);
    expect(screen.queryByRole('button', { name: '改为“您”' })).toBeNull();
  });

  it('cuts a long part in two where a sentence ends', async () => {
    const first = `${'前'.repeat(70)}。`;
    const view = renderLibrary([{ code: 'a1', title: '说明', parts: [`${first}${'后'.repeat(70)}。`] }]);
    await openScript(view, '说明');
    await view.user.click(screen.getByRole('button', { name: '拆成两段' }));
    expect(screen.getByRole('textbox', { name: '第 1 段' })).toHaveProperty('value', first);
    expect(screen.getByRole('textbox', { name: '第 2 段' })).toHaveProperty('value', `${'后'.repeat(70)}。`);
  });

  it('keeps nobody from saving', async () => {
    const view = renderLibrary([{ code: 'a1', title: '问候' }]);
    await openScript(view, '问候');
    write('绝对正品');
    await view.user.click(screen.getByRole('button', { name: /^保存/ }));
    await expect.poll(() => view.main.inputsOf('scripts.edit').length).toBe(1);
  });
});

describe('R13 wording of the whole library', () => {
  const scripts = [
    { code: 'a1', title: '问候', parts: ['您好'] },
    { code: 'b1', title: '发货', parts: ['已为您登记。', '马上为您安排。'] },
    { code: 'c1', title: '推荐', parts: ['您好', '这款最好'] },
    { code: 'd1', title: '旧话术', parts: ['绝对正品'], isArchived: true },
  ];

  it('lists every finding by script, warnings first, without what is archived', async () => {
    const { user } = renderLibrary(scripts);
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    const report = within(screen.getByRole('region', { name: '用语检查' }));
    expect(report.getByText('3 条话术，1 处警告，1 处建议')).toBeDefined();
    const list = within(report.getByRole('listbox', { name: '用语提示' }));
    expect(list.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '推荐c1',
      expect.stringMatching(/^第 2 段最好 .*绝对化用语$/),
      '发货b1',
      expect.stringMatching(/^第 2 段马上 /),
    ]);
  });

  it('leads from a finding to its word in the editor, by keyboard too', async () => {
    const { user } = renderLibrary(scripts);
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    screen.getByRole('listbox', { name: '用语提示' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const part = screen.getByRole('textbox', { name: '第 2 段' });
    expect(document.activeElement).toBe(part);
    expect(part).toMatchObject({ value: '这款最好', selectionStart: 2, selectionEnd: 4 });
    await user.click(screen.getByRole('button', { name: '检查全部' }));
    expect(screen.getByRole('region', { name: '用语检查' })).toBeDefined();
  });

  // using-it.md C16: there was no way back but pressing 检查全部 again.
  it('gives the script back that stood there, by Esc or a click', async () => {
    const { user } = renderLibrary(scripts);
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: '用语检查' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '检查全部' }));
    await user.click(screen.getByRole('button', { name: /^关闭/ }));
    expect(screen.queryByRole('region', { name: '用语检查' })).toBeNull();
  });

  it('reads unsaved work as the editor shows it', async () => {
    const view = renderLibrary(scripts);
    await openScript(view, '问候');
    write('亲，在的');
    await view.user.click(screen.getByRole('button', { name: '检查全部' }));
    expect(screen.getByText('3 条话术，2 处警告，1 处建议')).toBeDefined();
  });

  it('puts all the better words in at once, and one undo takes them out again', async () => {
    const { main, user } = renderLibrary([
      { code: 'a1', title: '问候', parts: ['亲，在的', '呵呵'] },
      { code: 'b1', title: '推荐', parts: ['这款最好'] },
    ]);
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    await user.click(screen.getByRole('button', { name: '全部修改' }));
    await screen.findByText('2 条话术，1 处警告，0 处建议');
    const partsOf = () => main.core.stores.scripts.list().map(({ parts }) => parts);
    expect(partsOf()).toContainEqual(['您好，在的', '哈哈']);
    expect(screen.getByRole('button', { name: '全部修改' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: /^撤销/ }));
    await waitFor(() => expect(partsOf()).toContainEqual(['亲，在的', '呵呵']));
  });

  it('holds the library against the wording of the shop that is chosen', async () => {
    const { user } = renderLibrary([{ code: 'a1', title: '问候', parts: ['亲，在的'] }], (main) => {
      const scope = shopNamed(main, '示例生活馆').id;
      saveSettings(main, { scope, key: 'wording', values: { address: 'qin' } });
    });
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    expect(screen.getByText('1 条话术，1 处警告，0 处建议')).toBeDefined();
    await user.click(screen.getByRole('combobox', { name: '按哪家店铺的规范检查' }));
    await user.click(await screen.findByTitle('示例生活馆'));
    await screen.findByText('没有用语提示');
  });

  it('says so when there is nothing', async () => {
    const { user } = renderLibrary(scripts.slice(0, 1));
    await user.click(await screen.findByRole('button', { name: '检查全部' }));
    expect(screen.getByText('没有用语提示')).toBeDefined();
  });
});
