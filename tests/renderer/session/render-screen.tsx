import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { followMain } from '../../../renderer/app/events.ts';
import { NavigationProvider } from '../../../renderer/app/navigation.tsx';
import { Providers } from '../../../renderer/app/providers.tsx';
import { useAppState } from '../../../renderer/lib/app-state.ts';
import { createQueryClient } from '../../../renderer/lib/query-client.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';
import type { WorldOptions } from '../../support/fake-world.ts';

/** 10 June 2026, 14:30 in Beijing. */
export const NOW = Date.UTC(2026, 5, 10, 6, 30);

// Nothing is laid out here, and a virtual list shows only what fits into its height.
for (const [property, size] of [
  ['clientHeight', 600],
  ['clientWidth', 900],
] as const) {
  Object.defineProperty(HTMLElement.prototype, property, { configurable: true, get: () => size });
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function Shell({ children }: { readonly children: ReactNode }) {
  useAppState();
  return <NavigationProvider>{children}</NavigationProvider>;
}

type Options = WorldOptions & {
  /** Changes the invented world before the screen asks for it. */
  readonly prepare?: (fake: ReturnType<typeof createFakeBridge>) => void;
};

/** A screen as the app shows it, over an invented main process. */
export function renderScreen(element: ReactNode, { prepare, ...world }: Options = {}) {
  const fake = createFakeBridge({ now: () => NOW, ...world });
  prepare?.(fake);
  Object.defineProperty(window, 'xiaoer', { configurable: true, value: fake.bridge });
  const queryClient = createQueryClient();
  followMain(queryClient);
  const view = render(
    <Providers queryClient={queryClient}>
      <Shell>{element}</Shell>
    </Providers>,
  );
  return { fake, user: userEvent.setup({ pointerEventsCheck: 0 }), screen, ...view };
}
