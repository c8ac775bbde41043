import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { followMain } from '../../../renderer/app/events.ts';
import { NavigationProvider } from '../../../renderer/app/navigation.tsx';
import { Providers } from '../../../renderer/app/providers.tsx';
import { useAppState } from '../../../renderer/lib/main-process/app-state.ts';
import { createQueryClient } from '../../../renderer/lib/main-process/query-client.ts';
import { openMainSide, type PageOptions } from '../opened-main-sides.ts';

export { NOW } from '../opened-main-sides.ts';

function Shell({ children }: { readonly children: ReactNode }) {
  useAppState();
  return <NavigationProvider>{children}</NavigationProvider>;
}

/** A screen as the app shows it, over the main side of the program. */
export function renderScreen(element: ReactNode, options: PageOptions = {}) {
  const main = openMainSide(options);
  const queryClient = createQueryClient();
  followMain(queryClient);
  const view = render(
    <Providers queryClient={queryClient}>
      <Shell>{element}</Shell>
    </Providers>,
  );
  return { main, user: userEvent.setup({ pointerEventsCheck: 0 }), screen, ...view };
}
