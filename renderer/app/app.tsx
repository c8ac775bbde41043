import { useQueryClient } from '@tanstack/react-query';
import { lazy, useEffect } from 'react';
import { useQueueAhead } from '../features/queue/queue-ahead.ts';
import { SignInScreen } from '../features/session/sign-in-screen.tsx';
import { useAppState } from '../lib/main-process/app-state.ts';
import { QUERY_ROOTS } from '../lib/main-process/query-roots.ts';
import { NavigationProvider } from './navigation.tsx';
import { Shell } from './shell/shell.tsx';

const FirstRunScreen = lazy(async () => ({
  default: (await import('../features/session/first-run-screen.tsx')).FirstRunScreen,
}));

/** Shows the first run, the sign-in, or the work. */
export function App() {
  const { isFirstRun, currentAgentId } = useAppState();
  if (isFirstRun) return <FirstRunScreen />;
  if (currentAgentId === null) return <SignedOut />;
  // Nothing of the last agent's view goes over to the next one.
  return <AtWork key={currentAgentId} />;
}

function AtWork() {
  useQueueAhead();
  return (
    <NavigationProvider>
      <Shell />
    </NavigationProvider>
  );
}

/** The page forgets what it has read for the last agent, so that the next one sees none of it. */
function SignedOut() {
  const queryClient = useQueryClient();
  useEffect(
    () => queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== QUERY_ROOTS.app[0] }),
    [queryClient],
  );
  return <SignInScreen />;
}
