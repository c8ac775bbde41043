import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { appQueries } from '../lib/main-process/app-state.ts';
import { FeedbackProvider } from '../ui/feedback.tsx';
import { ThemeProvider } from '../ui/theme/theme-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** The theme is a setting and may change while the page is open. */
function Themed({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery({ ...appQueries.state(), throwOnError: false });
  return <ThemeProvider theme={data?.settings.appearance.theme ?? 'system'}>{children}</ThemeProvider>;
}

type ProvidersProps = { readonly queryClient: QueryClient; readonly children: ReactNode };

export function Providers({ queryClient, children }: ProvidersProps) {
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
