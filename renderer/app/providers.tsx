import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { appQueries } from '../lib/app-state.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { FeedbackProvider } from '../ui/feedback.tsx';
import { ThemeProvider } from '../ui/theme-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useMainEvents } from './events.ts';

/** The theme is a setting, so it comes with the first reply; until then the page is blank rather than the wrong colour. */
function Themed({ children }: { readonly children: ReactNode }) {
  useMainEvents();
  const { data } = useQuery({ ...appQueries.state(), throwOnError: false });
  return <ThemeProvider theme={data?.settings.theme ?? 'system'}>{children}</ThemeProvider>;
}

export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Themed>
        <FeedbackProvider>
          <ErrorBoundary>
            <Suspense fallback={null}>{children}</Suspense>
          </ErrorBoundary>
        </FeedbackProvider>
      </Themed>
    </QueryClientProvider>
  );
}
