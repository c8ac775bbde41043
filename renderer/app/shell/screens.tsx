import { Suspense } from 'react';
import { useNavigation } from '../../lib/place/navigation.ts';
import { screenLabel } from '../../lib/place/screens.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { SCREEN_VIEWS, type ScreenProps } from '../screen-views.tsx';

/** The screen that is open. */
export function Screens(props: ScreenProps) {
  const { screen } = useNavigation();
  const { View } = SCREEN_VIEWS[screen];
  return (
    <main className="shell-main">
      <h1 className="visually-hidden">{screenLabel(screen)}</h1>
      <ErrorBoundary resetKey={screen}>
        <Suspense fallback={null}>
          <View {...props} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}
