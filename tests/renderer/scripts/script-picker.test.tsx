import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../app/render-page.tsx';

const search = () => screen.getByRole('combobox', { name: '搜索话术' });

async function find(user: Awaited<ReturnType<typeof openWorkbench>>['user'], text: string) {
  await user.keyboard('{Control>}e{/Control}');
  await user.type(search(), text);
  await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
}

describe('P3 scripts with variables', () => {
  it('asks for what no order answers and never copies raw braces', async () => {
    const { main, user } = await openWorkbench();
    await find(user, 'yh01');
    await user.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: '优惠' });
    expect(main.computer.clipboard.text()).toBeNull();
    await user.type(field, '满 99 减 10');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(main.computer.clipboard.text()).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('满 99 减 10'));
    expect(main.computer.clipboard.text()).not.toMatch(/[{}【】]/);
  });

  it('refuses an empty answer', async () => {
    const { main, user } = await openWorkbench();
    await find(user, 'yh01');
    await user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: '优惠' });
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: '填好并复制' }).hasAttribute('disabled')).toBe(true);
    expect(main.inputsOf('scripts.copy')).toEqual([]);
  });

  it('remembers the answer for this order and asks again for the next one', async () => {
    const { main, user } = await openWorkbench();
    await find(user, 'yh01');
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '减 5 元{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('减 5 元'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.inputsOf('scripts.copy')).toHaveLength(2));
    expect(screen.queryByRole('textbox', { name: '优惠' })).toBeNull();
    await user.keyboard('{Control>}{ArrowDown}{/Control}');
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    await find(user, 'yh01');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('textbox', { name: '优惠' })).toBeDefined();
  });

  it('copies message after message', async () => {
    const { main, user } = await openWorkbench();
    await find(user, 'cf02');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('已复制 1/3')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('已复制 2/3')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('已复制 3/3')).toBeDefined();
    const messages = main.inputsOf('scripts.copy').map((input) => (input as { message: number }).message);
    expect(messages).toEqual([0, 1, 2]);
  });
});
