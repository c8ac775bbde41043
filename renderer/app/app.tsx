import { lazy } from 'react';
import { SignInScreen } from '../features/session/sign-in-screen.tsx';
import { useAppState } from '../lib/app-state.ts';
import { NavigationProvider } from './navigation.tsx';
import { Shell } from './shell.tsx';

const FirstRunScreen = lazy(async () => ({
  default: (await import('../features/session/first-run-screen.tsx')).FirstRunScreen,
}));

/** First run, signed out, or at work. */
export function App() {
  const { isFirstRun, currentAgentId } = useAppState();
  if (isFirstRun) return <FirstRunScreen />;
  if (currentAgentId === null) return <SignInScreen />;
  return (
    <NavigationProvider>
      <Shell />
    </NavigationProvider>
  );
}
