import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';
import { openWorkbench } from '../app/render-page.tsx';

const chip = () => screen.queryByRole('button', { name: /^不按「.+」找话术$/ });
const chosen = () => screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked);

async function choose() {
  const page = await openWorkbench();
  await page.user.keyboard('{F2}');
  const [first] = await screen.findAllByRole('radio');
  await page.user.click(first as HTMLElement);
  await waitFor(() => expect(chip()).not.toBeNull());
  expect(UNPAID_REASONS.length).toBeGreaterThan(1);
  return page;
}

describe('C2 a reason that was chosen by mistake', () => {
  it('is cleared in the form, and the next key chooses another one', async () => {
    const { user } = await choose();
    await user.click(screen.getByRole('button', { name: /^清除原因/ }));
    await waitFor(() => expect(chip()).toBeNull());
    expect(chosen()).toEqual([]);
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
  });

  it('is cleared by 0, and Tab goes on to the agreed time', async () => {
    const { user } = await choose();
    await user.keyboard('0');
    await waitFor(() => expect(chip()).toBeNull());
    expect(chosen()).toEqual([]);
    await user.keyboard('{ArrowDown}');
    await user.tab();
    expect(document.activeElement).toBe(screen.getByLabelText('约定付款时间，指定时间'));
  });

  it('is taken off the scripts with its chip, and the next key is for the scripts', async () => {
    const { user } = await choose();
    await user.click(chip() as HTMLElement);
    await waitFor(() => expect(chip()).toBeNull());
    expect(chosen()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' }));
  });
});
