import { lazy, Suspense } from 'react';
import { assertNever } from '../../shared/errors.ts';
import { SCREEN_LABELS, useNavigation } from '../lib/navigation.ts';
import type { Arrival } from './arrivals.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { LibraryPlace } from './library-place.tsx';
import { Workbench } from './workbench.tsx';

const OrdersScreen = lazy(async () => ({
  default: (await import('../features/orders/orders-screen.tsx')).OrdersScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../features/imports/import-screen.tsx')).ImportScreen,
}));
const ScriptDesk = lazy(async () => ({
  default: (await import('../features/script-page/script-desk.tsx')).ScriptDesk,
}));
const ReportScreen = lazy(async () => ({
  default: (await import('../features/report/report-screen.tsx')).ReportScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));

type ScreensProps = {
  readonly arrival: Arrival | null;
  readonly droppedPaths: readonly string[];
  readonly onDroppedHandled: () => void;
};

function CurrentScreen({ arrival, droppedPaths, onDroppedHandled }: ScreensProps) {
  const { screen, openOrder, openScriptPage } = useNavigation();
  switch (screen) {
    case 'workbench':
      return <Workbench arrival={arrival} />;
    case 'orders':
      return <OrdersScreen onOpenOrder={openOrder} />;
    case 'imports':
      return (
        <ImportScreen
          droppedPaths={droppedPaths}
          onDroppedHandled={onDroppedHandled}
          onOpenOrder={openOrder}
        />
      );
    case 'library':
      return (
        <ScriptDesk onOpenScript={openScriptPage}>
          <LibraryPlace droppedPaths={droppedPaths} onDroppedHandled={onDroppedHandled} />
        </ScriptDesk>
      );
    case 'report':
      return <ReportScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(screen);
  }
}

export function Screens(props: ScreensProps) {
  const { screen } = useNavigation();
  return (
    <main className="shell-main">
      <h1 className="visually-hidden">{SCREEN_LABELS[screen]}</h1>
      <ErrorBoundary resetKey={screen}>
        <Suspense fallback={null}>
          <CurrentScreen {...props} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}
