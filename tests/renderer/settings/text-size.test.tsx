import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppearanceSection } from '../../../renderer/features/settings/app/appearance-section.tsx';
import { agentNamed, signInAs } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from '../session/render-screen.tsx';

/** As the page is drawn now. */
const scale = () =>
  Number(
    /--text-scale: ([\d.]+)/.exec(
      [...document.querySelectorAll('style')].map((one) => one.textContent).join(),
    )?.[1],
  );

describe('X1: the size of the text', () => {
  it('is chosen by each agent for themselves, at once, and taken back with one click', async () => {
    const { user, main, unmount } = renderScreen(<AppearanceSection />);
    const sizes = within(await screen.findByRole('radiogroup', { name: '文字大小' }));
    expect(scale()).toBe(1);
    await user.click(sizes.getByText('特大'));
    await waitFor(() => expect(scale()).toBeCloseTo(17 / 13));
    await user.click(await screen.findByRole('button', { name: /^撤\s?销/ }));
    await waitFor(() => expect(scale()).toBe(1));
    await user.click(sizes.getByText('大'));
    await waitFor(() => expect(scale()).toBeCloseTo(15 / 13));
    unmount();
    signInAs(main, '亦安');
    renderScreen(<AppearanceSection />, { main });
    await screen.findByRole('radiogroup', { name: '文字大小' });
    expect(scale()).toBe(1);
    expect(main.inputsOf('settings.save').at(-1)).toMatchObject({
      values: { textSizes: { [agentNamed(main, '小满').id]: 'large' } },
    });
  });

  it('goes back to the standard for the agent who asks, and for nobody else', async () => {
    const { user, main, unmount } = renderScreen(<AppearanceSection />);
    const sizes = within(await screen.findByRole('radiogroup', { name: '文字大小' }));
    await user.click(sizes.getByText('大'));
    await waitFor(() => expect(scale()).toBeCloseTo(15 / 13));
    unmount();
    signInAs(main, '亦安');
    const next = renderScreen(<AppearanceSection />, { main });
    const others = within(await screen.findByRole('radiogroup', { name: '文字大小' }));
    expect(screen.queryByRole('button', { name: '文字大小恢复默认' })).toBeNull();
    await next.user.click(others.getByText('小'));
    await next.user.click(await screen.findByRole('button', { name: '文字大小恢复默认' }));
    await waitFor(() => expect(scale()).toBe(1));
    expect(main.inputsOf('settings.save').at(-1)).toMatchObject({
      values: { textSizes: { [agentNamed(main, '小满').id]: 'large' } },
    });
  });
});
