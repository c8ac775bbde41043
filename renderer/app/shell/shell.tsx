import './shell.css';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import { OPEN_SCRIPT } from '../../features/library/library-place.ts';
import { ReminderCheck } from '../../features/reminders/reminder-check.tsx';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewMemory } from '../../lib/place/view-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { useArrivals } from '../workbench/arrivals.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { CommandPalette } from './finding/command-palette.tsx';
import { Header } from './header.tsx';
import { NavRail } from './nav-rail.tsx';
import { useBeginDay } from './opening/use-begin-day.ts';
import { Screens } from './screens.tsx';
import { useDockKey } from './use-dock-keys.ts';
import { useFocusHome } from './use-focus-home.ts';
import { usePaletteLed } from './use-palette-led.ts';
import { useZoomKeys } from './use-zoom-keys.ts';

const ScriptDrawer = lazy(async () => ({
  default: (await import('../../features/script-page/script-drawer.tsx')).ScriptDrawer,
}));

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));

const RosterDialog = lazy(async () => ({
  default: (await import('../../features/roster/roster-dialog.tsx')).RosterDialog,
}));

type Dialog = 'find' | 'help' | 'roster' | null;

/** The page of one script, over whatever screen is open. */
function ScriptPage() {
  const { scriptPageId, closeScriptPage, openSubject, openScreen, selection } = useNavigation();
  const [, keepOpen] = useViewMemory(OPEN_SCRIPT, z.string().nullable(), null);
  return (
    scriptPageId !== null && (
      <Suspense fallback={null}>
        <ScriptDrawer
          scriptId={scriptPageId}
          openOrderId={idIn(selection.subject, 'order')}
          onOpenOrder={(id) => openSubject(asSubject('order', id))}
          onEdit={(id) => {
            keepOpen(id);
            openScreen('library');
          }}
          onClose={closeScriptPage}
        />
      </Suspense>
    )
  );
}

/** The frame around every screen. */
export function Shell() {
  const { screen, openScreen } = useNavigation();
  const arrival = useArrivals();
  usePaletteLed();
  useBeginDay();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [droppedPaths, setDroppedPaths] = useState<readonly string[]>([]);
  useShortcut(SHORTCUTS.help, () => setDialog('help'));
  useShortcut(SHORTCUTS.find, () => setDialog('find'));
  useZoomKeys();
  useDockKey();
  useFocusHome();
  const close = () => setDialog(null);
  return (
    <div className="shell">
      <NavRail />
      <div className="shell-column">
        <Header
          onFind={() => setDialog('find')}
          onKeys={() => setDialog('help')}
          onRoster={() => setDialog('roster')}
        />
        <Screens arrival={arrival} droppedPaths={droppedPaths} onDroppedHandled={() => setDroppedPaths([])} />
      </div>
      {dialog === 'find' && (
        <CommandPalette
          onClose={close}
          onHelp={() => setDialog('help')}
          onRoster={() => setDialog('roster')}
        />
      )}
      <ScriptPage />
      <ReminderCheck />
      {dialog === 'help' && (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={close} />
        </Suspense>
      )}
      {dialog === 'roster' && (
        <Suspense fallback={null}>
          <RosterDialog onClose={close} />
        </Suspense>
      )}
      <DropOverlay
        what={screen === 'library' ? '话术文件' : '订单文件'}
        onDrop={(paths) => {
          setDroppedPaths(paths);
          if (screen !== 'library') openScreen('imports');
        }}
      />
    </div>
  );
}
