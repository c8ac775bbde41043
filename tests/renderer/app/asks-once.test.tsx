import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../shared/ipc/channels.ts';
import { orderOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { openWorkbench } from './render-page.tsx';

const WATCHED = [
  'orders.detail',
  'subjects.timeline',
  'concessions.ofOrder',
  'tasks.queue',
  'tasks.counts',
] as const satisfies readonly Channel[];

/** How often each is asked while `work` goes on. */
async function callsDuring(main: MainSide, work: () => Promise<void>) {
  const count = () => WATCHED.map((channel) => main.inputsOf(channel).length);
  const before = count();
  await work();
  // Nothing more comes: whatever was begun has been answered, and what followed from that as well.
  for (let seen = ''; seen !== count().join(); await waitFor(() => {})) seen = count().join();
  return Object.fromEntries(WATCHED.map((channel, at) => [channel, (count()[at] ?? 0) - (before[at] ?? 0)]));
}

/** All due tasks have been reminded of, so that main pushes nothing beside the action. */
const openReminded = () => openWorkbench({ prepare: (main) => main.ordersChanged() });

describe('an action asks main once for what it has changed', () => {
  it('once for the order, its timeline, the queue and its counts after a note', async () => {
    const { main, user, list } = await openReminded();
    list.focus();
    const calls = await callsDuring(main, async () => {
      await user.keyboard('{F6}');
      await user.type(await screen.findByLabelText('备注内容'), '要白色{Enter}');
      await screen.findByText('已添加备注');
      await within(screen.getByRole('region', { name: '订单' })).findByText('要白色');
    });
    expect(calls).toEqual({
      'orders.detail': 1,
      'subjects.timeline': 1,
      'concessions.ofOrder': 1,
      'tasks.queue': 1,
      'tasks.counts': 1,
    });
  });

  it('nothing of what is told of the open order alone after a change of another', async () => {
    const { main } = await openReminded();
    const other = orderOf(main, '夏天的风呀').id;
    const calls = await callsDuring(main, async () => {
      main.emit('subjects.changed', { subjects: [{ kind: 'order', id: other }] });
      await Promise.resolve();
    });
    expect(calls).toEqual({
      // The panel shows the customer's other orders as well.
      'orders.detail': 1,
      'subjects.timeline': 0,
      'concessions.ofOrder': 0,
      'tasks.queue': 1,
      'tasks.counts': 1,
    });
  });
});
