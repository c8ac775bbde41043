import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PaletteApp } from '../../../renderer/app/palette-app.tsx';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderPage } from '../app/render-page.tsx';

const SENTENCE = '亲，您的快递我已经联系网点催了，今天会派送给您';

async function openPalette(prepare: (main: MainSide) => void) {
  const page = renderPage({ prepare }, <PaletteApp />);
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: '搜索话术' });
  await screen.findAllByRole('option');
  field.focus();
  return { ...page, field };
}

const saved = (main: MainSide) => main.core.stores.scripts.list().find(({ parts }) => parts[0] === SENTENCE);

describe('R1, B13: a sentence from the clipboard becomes a script', () => {
  it('with Ctrl+N and Enter, title and code proposed', async () => {
    const { main, user, field } = await openPalette(({ computer }) => computer.clipboard.hold(SENTENCE));
    await user.keyboard('{Control>}n{/Control}');
    expect(await screen.findByRole('form', { name: '存为话术' })).toBeDefined();
    expect(screen.getByRole('textbox', { name: '标题' })).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(saved(main)).toBeDefined());
    const script = saved(main);
    expect(script).toMatchObject({ title: '您的快递我已经联系网点催了', scope: { kind: 'all' } });
    expect(script?.code).toMatch(/^[a-z]+\d+$/u);
    // It is found at once, and the hand stays in the field.
    await waitFor(() => expect(field.value).toBe(script?.code));
    expect(document.activeElement).toBe(field);
  });

  it('of what was typed where nothing was copied, and not at all after Esc', async () => {
    const { main, user, field } = await openPalette(() => undefined);
    await user.type(field, '{Control>}n{/Control}');
    expect(await screen.findByText(/剪贴板里没有文字/u)).toBeDefined();
    await user.type(field, SENTENCE);
    await user.keyboard('{Control>}n{/Control}');
    await screen.findByRole('form', { name: '存为话术' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('form', { name: '存为话术' })).toBeNull());
    expect(saved(main)).toBeUndefined();
    expect(document.activeElement).toBe(field);
  });
});
