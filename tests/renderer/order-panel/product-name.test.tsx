import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../app/render-page.tsx';

const panel = () => within(screen.getByRole('region', { name: '订单' }));

describe('B15 the name of a product', () => {
  it('is changed beside the goods, said in the scripts at once, and taken back with Ctrl+Z', async () => {
    const { user } = await openWorkbench();
    const [shown] = await panel().findAllByRole('button', { name: /^简称/ });
    const before = shown?.textContent ?? '';
    await user.click(shown as HTMLElement);
    const field = panel().getByRole('textbox', { name: '商品简称' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('小白杯{Enter}');
    const after = await panel().findByRole('button', { name: /^简称 小白杯/ });
    await waitFor(() => expect(document.activeElement).toBe(after));
    await waitFor(() =>
      expect(screen.getByRole('listbox', { name: '话术' }).textContent).toContain('小白杯'),
    );
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(panel().getAllByRole('button', { name: /^简称/ })[0]?.textContent).toBe(before),
    );
  });

  it('is left as it was with Esc', async () => {
    const { main, user } = await openWorkbench();
    const [shown] = await panel().findAllByRole('button', { name: /^简称/ });
    await user.click(shown as HTMLElement);
    await user.keyboard('写错了{Escape}');
    await waitFor(() => expect(panel().queryByRole('textbox', { name: '商品简称' })).toBeNull());
    expect(main.inputsOf('products.name')).toEqual([]);
  });
});
