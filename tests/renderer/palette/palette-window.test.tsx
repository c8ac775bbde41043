import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PaletteApp } from '../../../renderer/app/palette-app.tsx';
import { renderPage } from '../app/render-page.tsx';

async function openPalette() {
  const page = renderPage({}, <PaletteApp />);
  await screen.findByText(/^订单 33043/);
  await screen.findByRole('option', { name: /推荐/ });
  return page;
}

describe('X3 the palette over any program', () => {
  it('is ready for typing, copies with Enter and goes away', async () => {
    const { fake, user } = await openPalette();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(fake.world.isPaletteHidden).toBe(true));
    expect(fake.world.clipboard).toMatch(/^山间一壶茶，您好/);
  });

  it('stays while there are parts left', async () => {
    const { fake, user } = await openPalette();
    await user.type(screen.getByRole('combobox', { name: '搜索话术' }), 'cf02');
    await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
    await user.keyboard('{Enter}');
    await screen.findByText('已复制 1/3');
    expect(fake.world.isPaletteHidden).toBe(false);
  });

  it('leaves the keys of an input method alone', async () => {
    const { fake } = await openPalette();
    const field = screen.getByRole('combobox', { name: '搜索话术' });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(fake.inputsOf('scripts.copy')).toEqual([]);
    expect(fake.world.isPaletteHidden).toBe(false);
  });

  it('hides with Esc and comes up empty', async () => {
    const { fake, user } = await openPalette();
    await user.type(screen.getByRole('combobox', { name: '搜索话术' }), '茶');
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(fake.world.isPaletteHidden).toBe(true));
    fake.emit('palette.shown', undefined);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' })),
    );
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: '搜索话术' }).value).toBe('');
  });
});
