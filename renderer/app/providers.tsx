import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { appearanceSettings, textScaleOf, textSizeOf } from '../../shared/domain/settings/app/appearance.ts';
import { appQueries } from '../lib/main-process/app-state.ts';
import { FeedbackProvider } from '../ui/feedback.tsx';
import { ThemeProvider } from '../ui/theme/theme-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** Theme and size of the text are settings and may change while the page is open. */
function Themed({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery({ ...appQueries.state(), throwOnError: false });
  const { theme, textSizes } = data?.settings.appearance ?? appearanceSettings.defaults;
  const textScale = textScaleOf(textSizeOf(textSizes, data?.currentAgentId ?? null));
  return (
    <ThemeProvider theme={theme} textScale={textScale}>
      {children}
    </ThemeProvider>
  );
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
