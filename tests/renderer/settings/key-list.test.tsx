import { fireEvent, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { KeyList } from '../../../renderer/features/settings/keys/key-list.tsx';
import { keysLabel, keysOfPress, whyNot } from '../../../renderer/lib/keys/key-names.ts';
import { nameOf, takeChosenKeys } from '../../../renderer/lib/keys/own-keys.ts';
import { allShortcuts, SHORTCUTS, takenBy } from '../../../renderer/lib/shortcuts.ts';
import { renderScreen } from '../session/render-screen.tsx';

afterEach(() => takeChosenKeys({}));

const press = (code: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({
  code,
  key: code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

/** The list with the recorder of one shortcut listening. */
async function listenFor(effect: string) {
  const page = renderScreen(<KeyList />);
  const recorder = await page.screen.findByRole('button', { name: new RegExp(`修改「${effect}」的按键$`) });
  await page.user.click(recorder);
  const key = (code: string, held: Parameters<typeof press>[1] = {}) =>
    fireEvent.keyDown(page.screen.getByRole('button', { name: /^请按新的按键/ }), press(code, held));
  return { ...page, key };
}

describe('X1: every key can be looked for', () => {
  it.each([
    ['延后', '延后'],
    ['yh', '延后'],
    ['ctrl+k', '查找订单、话术、页面'],
  ])('by %s', async (text, effect) => {
    const { user, screen } = renderScreen(<KeyList />);
    await user.type(await screen.findByRole('textbox', { name: '查找按键' }), text);
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines.some((line) => line?.startsWith(effect))).toBe(true);
    expect(lines.length).toBeLessThan(20);
  });

  it('says when nothing is called so', async () => {
    const { user, screen } = renderScreen(<KeyList />);
    await user.type(await screen.findByRole('textbox', { name: '查找按键' }), '泡茶');
    expect(screen.getByText(/没有找到「泡茶」/)).toBeDefined();
  });
});

describe('X1: every key can be changed, for this PC', () => {
  it('by a click and a press, and back', async () => {
    const { key, main, user, screen } = await listenFor('延后');
    key('F11');
    await waitFor(() => expect(SHORTCUTS.snooze.label).toBe('F11'));
    expect(main.inputsOf('settings.save')).toMatchObject([
      { scope: 'app', key: 'keys', values: { chosenKeys: { 'workbench.snooze': 'F11' } } },
    ]);
    await user.click(await screen.findByRole('button', { name: '恢复 F3' }));
    await waitFor(() => expect(SHORTCUTS.snooze.keys).toBe('F3'));
    expect(main.preferences.current().keys.chosenKeys).toEqual({});
  });

  it('refuses keys that mean something else there, and names it', async () => {
    const { key, main, screen } = await listenFor('延后');
    key('KeyK', { ctrlKey: true });
    expect(screen.getByRole('alert').textContent).toContain('Ctrl+K 已用于「查找订单、话术、页面」');
    key('KeyC', { ctrlKey: true });
    expect(screen.getByRole('alert').textContent).toContain('复制');
    expect(main.inputsOf('settings.save')).toEqual([]);
  });

  it('takes no key while an input method chooses characters', async () => {
    const { main, screen } = await listenFor('延后');
    const recorder = screen.getByRole('button', { name: /^请按新的按键/ });
    fireEvent.keyDown(recorder, { ...press('F11'), isComposing: true });
    expect(main.inputsOf('settings.save')).toEqual([]);
  });

  it('leaves all keys as they are with Esc, and resets all at once', async () => {
    const { key, main, user, screen } = await listenFor('延后');
    key('Escape');
    expect(screen.queryByRole('button', { name: /^请按新的按键/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /修改「延后」的按键$/ }));
    key('F11');
    await waitFor(() => expect(SHORTCUTS.snooze.keys).toBe('F11'));
    await user.click(screen.getByRole('button', { name: '全部恢复' }));
    await waitFor(() => expect(SHORTCUTS.snooze.keys).toBe('F3'));
    expect(main.preferences.current().keys.chosenKeys).toEqual({});
  });

  it('stands in the list as group and lines that a reader can follow', async () => {
    const { screen } = renderScreen(<KeyList />);
    const group = within(await screen.findByRole('group', { name: '待办' }));
    expect(group.getByText('延后')).toBeDefined();
  });
});

describe('X1: the names of keys', () => {
  it('are the ones that the lists were written with', () => {
    for (const { keys, label } of allShortcuts()) expect(keysLabel(keys)).toBe(label);
  });

  it('are one for each shortcut', () => {
    const names = allShortcuts().map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
  });

  it('are free for a shortcut where nothing else holds at the same time', () => {
    for (const shortcut of allShortcuts()) expect(takenBy(shortcut.keys, shortcut)).toBeUndefined();
    expect(takenBy('Control+F', SHORTCUTS.findOrder)).toBeUndefined();
    expect(takenBy('Control+F', SHORTCUTS.snooze)).toBe(SHORTCUTS.filter);
  });

  it('come out of a press the way they go in', () => {
    const codes = fc.constantFrom('KeyB', 'Digit7', 'F5', 'ArrowUp', 'BracketLeft', 'Backslash');
    fc.assert(
      fc.property(codes, fc.boolean(), fc.boolean(), (code, shiftKey, altKey) => {
        const keys = keysOfPress(press(code, { ctrlKey: true, shiftKey, altKey })) ?? '';
        expect(keys.split('+').includes('Shift')).toBe(shiftKey);
        expect(keys.split('+').includes('Alt')).toBe(altKey);
        expect(whyNot(keys)).toBeNull();
      }),
    );
  });

  it('are no bare letters and no menu keys: input methods and menus own them', () => {
    expect(whyNot('A')).toContain('输入法');
    expect(whyNot('Alt+A')).toContain('菜单');
    expect(keysOfPress(press('ControlLeft', { ctrlKey: true }))).toBeUndefined();
  });
});
