import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { pressButtonsOnce } from '../lib/keyboard.ts';
import { appQueries } from '../lib/main-process/app-state.ts';
import { createQueryClient } from '../lib/main-process/query-client.ts';
import { followMain } from './events.ts';
import { Providers } from './providers.tsx';

// zod's probe for `eval` would trip the page's content security policy.
z.config({ jitless: true });

/** Draws the page once it is known who works in which theme, so that the first picture is the right one. */
export async function openPage(page: ReactNode): Promise<void> {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no #root');
  const queryClient = createQueryClient();
  followMain(queryClient);
  pressButtonsOnce(window);
  // Without an answer the page says so itself.
  await queryClient.prefetchQuery(appQueries.state());
  createRoot(root).render(
    <StrictMode>
      <Providers queryClient={queryClient}>{page}</Providers>
    </StrictMode>,
  );
}
