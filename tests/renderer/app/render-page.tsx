import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { followMain } from '../../../renderer/app/events.ts';
import { Providers } from '../../../renderer/app/providers.tsx';
import { createQueryClient } from '../../../renderer/lib/main-process/query-client.ts';
import { openMainSide, type PageOptions } from '../opened-main-sides.ts';

export { NOW } from '../opened-main-sides.ts';

/** The whole page over the main side of the program. */
export function renderPage(options: PageOptions = {}, page: ReactNode = <App />) {
  const main = openMainSide(options);
  const user = userEvent.setup();
  const queryClient = createQueryClient();
  followMain(queryClient);
  render(<Providers queryClient={queryClient}>{page}</Providers>);
  return { main, user };
}

/** The workbench once its first order is on it. */
export async function openWorkbench(options: PageOptions = {}) {
  const page = renderPage(options);
  const list = await screen.findByRole('listbox', { name: '待办' });
  await screen.findByRole('heading', { level: 2, name: '山间一壶茶' });
  await screen.findByRole('option', { name: /推荐/ });
  return { ...page, list };
}

/** Records the chase of the open order, whose message the agent has typed: nothing was copied for it. */
export async function chaseByHand(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '手打发送的，记为已催付' })),
  );
  await user.keyboard('{Enter}');
}

export function selectedRow(): string {
  return document.querySelector('[role="option"][aria-current="true"]')?.textContent ?? '';
}
