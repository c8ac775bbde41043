import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { followMain } from '../../../renderer/app/events.ts';
import { Providers } from '../../../renderer/app/providers.tsx';
import { createQueryClient } from '../../../renderer/lib/query-client.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';
import type { WorldOptions } from '../../support/fake-world.ts';

/** 10 June 2026, 14:30 in Beijing. */
export const NOW = Date.UTC(2026, 5, 10, 6, 30);

// Whole pages on a busy machine take their time; a failure waits longer, a success does not.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

// Nothing is laid out here, and a virtual list shows only what fits into its height.
for (const [property, size] of [
  ['offsetHeight', 520],
  ['offsetWidth', 320],
  ['clientHeight', 520],
  ['clientWidth', 320],
] as const) {
  Object.defineProperty(HTMLElement.prototype, property, { configurable: true, get: () => size });
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

/** The whole page over an invented main process. */
export function renderPage(options: WorldOptions = {}, page: ReactNode = <App />) {
  const fake = createFakeBridge({ now: () => NOW, ...options });
  Object.defineProperty(window, 'xiaoer', { configurable: true, value: fake.bridge });
  const user = userEvent.setup();
  const queryClient = createQueryClient();
  followMain(queryClient);
  render(<Providers queryClient={queryClient}>{page}</Providers>);
  return { fake, user };
}

/** The workbench once its first order is on it. */
export async function openWorkbench(options: WorldOptions = {}) {
  const page = renderPage(options);
  const list = await screen.findByRole('listbox', { name: '待办' });
  await screen.findByRole('heading', { level: 2, name: '山间一壶茶' });
  await screen.findByRole('option', { name: /推荐/ });
  return { ...page, list };
}

export function selectedRow(): string {
  return document.querySelector('[role="option"][aria-current="true"]')?.textContent ?? '';
}
