import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PastNotice } from '../../../shared/ipc/contract/program/notice-contract.ts';
import { openWorkbench } from '../app/render-page.tsx';

const PAST = z.array(PastNotice);

describe('X2: a notification that was missed can be read again', () => {
  it('counts what came since the last look, and opens what it spoke of', async () => {
    const { main, user } = await openWorkbench();
    main.clock.advanceBy(30 * 60_000);
    main.reminding.refresh();
    const bell = await screen.findByRole('button', { name: /通知记录，\d+ 条新的/ });
    await user.click(bell);
    // By its title: in tests, antd gives the same id to whatever names something.
    const list = within(await screen.findByRole('dialog'));
    expect(list.getByText('通知记录')).toBeDefined();
    const [newest] = list.getAllByRole('listitem');
    if (!newest) throw new Error('Nothing was shown');
    const [shown] = main.core.stores.settings.read('pastNotices', PAST) ?? [];
    expect(newest.textContent).toContain(shown?.title);
    await user.click(within(newest).getByRole('button'));
    expect(await screen.findByRole('button', { name: '通知记录' })).toBeDefined();
  });
});
