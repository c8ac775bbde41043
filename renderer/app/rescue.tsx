import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { RescueScreen } from '../features/rescue/rescue-screen.tsx';
import { createQueryClient } from '../lib/main-process/query-client.ts';
import { ThemeProvider } from '../ui/theme/theme-provider.tsx';

// zod's probe for `eval` would trip the page's content security policy.
z.config({ jitless: true });

// The settings are in the store that cannot be opened, so the theme is the system's.
const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <ThemeProvider theme="system" textScale={1}>
        <Suspense fallback={null}>
          <RescueScreen />
        </Suspense>
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
