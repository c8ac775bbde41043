import { lazy, Suspense, useState } from 'react';
import type { LibrarySelection } from '../features/library/library-screen.tsx';
import type { Exportable } from '../features/script-exchange/script-export-dialog.tsx';

const LibraryScreen = lazy(async () => ({
  default: (await import('../features/library/library-screen.tsx')).LibraryScreen,
}));
const ScriptImportScreen = lazy(async () => ({
  default: (await import('../features/script-exchange/script-import-screen.tsx')).ScriptImportScreen,
}));
const ScriptExportDialog = lazy(async () => ({
  default: (await import('../features/script-exchange/script-export-dialog.tsx')).ScriptExportDialog,
}));

type LibraryPlaceProps = {
  readonly droppedPaths: readonly string[];
  readonly onDroppedHandled: () => void;
};

function exportablesOf({ shown, marked }: LibrarySelection): Exportable[] {
  return [
    { key: 'all', label: '全部话术', count: null, ids: null },
    { key: 'shown', label: '列表中的', count: shown.length, ids: shown },
    ...(marked.length > 0 ? [{ key: 'marked', label: '已选的', count: marked.length, ids: marked }] : []),
  ];
}

/** The library, and in its place a file that is imported. */
export function LibraryPlace({ droppedPaths, onDroppedHandled }: LibraryPlaceProps) {
  const [isImporting, setIsImporting] = useState(false);
  const [selection, setSelection] = useState<LibrarySelection | null>(null);
  const [dropped] = droppedPaths;
  if (dropped !== undefined || isImporting) {
    return (
      <ScriptImportScreen
        key={dropped}
        path={dropped ?? null}
        onClose={() => {
          setIsImporting(false);
          onDroppedHandled();
        }}
      />
    );
  }
  return (
    <>
      <LibraryScreen exchange={{ onImport: () => setIsImporting(true), onExport: setSelection }} />
      <Suspense fallback={null}>
        {selection && (
          <ScriptExportDialog exportables={exportablesOf(selection)} onClose={() => setSelection(null)} />
        )}
      </Suspense>
    </>
  );
}
