import './shell.css';
import { lazy, Suspense, useState } from 'react';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import { ReminderCheck } from '../../features/reminders/reminder-check.tsx';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { useArrivals } from '../workbench/arrivals.ts';
import { CommandPalette } from './command-palette.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { Header } from './header.tsx';
import { NavRail } from './nav-rail.tsx';
import { Screens } from './screens.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

const ScriptDrawer = lazy(async () => ({
  default: (await import('../../features/script-page/script-drawer.tsx')).ScriptDrawer,
}));

type Dialog = 'find' | 'help' | null;

/** The page of one script, over whatever screen is open. */
function ScriptPage() {
  const { scriptPageId, closeScriptPage, openSubject, selection } = useNavigation();
  return (
    scriptPageId !== null && (
      <Suspense fallback={null}>
        <ScriptDrawer
          scriptId={scriptPageId}
          openOrderId={idIn(selection.subject, 'order')}
          onOpenOrder={(id) => openSubject(asSubject('order', id))}
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
  const [dialog, setDialog] = useState<Dialog>(null);
  const [droppedPaths, setDroppedPaths] = useState<readonly string[]>([]);
  useShortcut(SHORTCUTS.help, () => setDialog('help'));
  useShortcut(SHORTCUTS.find, () => setDialog('find'));
  const close = () => setDialog(null);
  return (
    <div className="shell">
      <NavRail />
      <div className="shell-column">
        <Header onFind={() => setDialog('find')} onHelp={() => setDialog('help')} />
        <Screens arrival={arrival} droppedPaths={droppedPaths} onDroppedHandled={() => setDroppedPaths([])} />
      </div>
      {dialog === 'find' && <CommandPalette onClose={close} />}
      <ScriptPage />
      <ReminderCheck />
      <ShortcutsDialog isOpen={dialog === 'help'} onClose={close} />
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
