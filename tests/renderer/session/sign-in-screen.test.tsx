import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SignInScreen } from '../../../renderer/features/session/sign-in-screen.tsx';
import { agentNamed } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from './render-screen.tsx';

describe('H1 sign-in', () => {
  it('has the last agent chosen and lets one without a PIN in at once', async () => {
    const { user, main } = renderScreen(<SignInScreen />, { signedIn: null });
    expect(await screen.findByRole('radio', { name: /小满/, checked: true })).toBeDefined();
    expect(screen.queryByLabelText('PIN')).toBeNull();
    await user.keyboard('{Enter}');
    await expect
      .poll(() => main.inputsOf('session.signIn'))
      .toEqual([{ agentId: agentNamed(main, '小满').id, pin: null }]);
  });

  it('says that the PIN is wrong and empties the field', async () => {
    const { user, main } = renderScreen(<SignInScreen />, { signedIn: null });
    await user.click(await screen.findByRole('radio', { name: /知夏/ }));
    await user.type(screen.getByLabelText('PIN'), '9999');
    await user.click(screen.getByRole('button', { name: '进入' }));
    expect(await screen.findByText('PIN 不正确')).toBeDefined();
    expect(screen.getByLabelText('PIN')).toHaveProperty('value', '');
    expect(main.core.session.currentAgentId()).toBeNull();
  });

  it('asks for the PIN before it asks anyone else', async () => {
    const { user, main } = renderScreen(<SignInScreen />, { signedIn: null });
    await user.click(await screen.findByRole('radio', { name: /知夏/ }));
    await user.click(screen.getByRole('button', { name: '进入' }));
    expect(await screen.findByText('请输入 PIN')).toBeDefined();
    expect(main.inputsOf('session.signIn')).toEqual([]);
  });

  it('lets the agent in with the right PIN', async () => {
    const { user, main } = renderScreen(<SignInScreen />, { signedIn: null });
    await user.click(await screen.findByRole('radio', { name: /知夏/ }));
    await user.type(screen.getByLabelText('PIN'), '1234');
    await user.click(screen.getByRole('button', { name: '进入' }));
    await expect.poll(() => main.core.session.currentAgentId()).toBe(agentNamed(main, '知夏').id);
  });

  it('changes the agent by arrow from the PIN field, but not while an input method composes', async () => {
    const { user } = renderScreen(<SignInScreen />, { signedIn: null });
    await user.click(await screen.findByRole('radio', { name: /知夏/ }));
    fireEvent.keyDown(screen.getByLabelText('PIN'), { key: 'ArrowDown', isComposing: true });
    expect(screen.getByRole('radio', { name: /知夏/, checked: true })).toBeDefined();
    fireEvent.keyDown(screen.getByLabelText('PIN'), { key: 'ArrowDown' });
    const next = screen.getByRole('radio', { name: /亦安/, checked: true });
    expect(document.activeElement).toBe(next);
  });
});
