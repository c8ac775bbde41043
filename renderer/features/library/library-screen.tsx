import './library.css';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useViewState } from '../../lib/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { GroupTree } from './group-tree.tsx';
import type { LibraryPlace } from './library-view.ts';
import { scriptsShown } from './library-view.ts';
import { libraryQueries } from './queries.ts';
import { ScriptEditor } from './script-editor.tsx';
import { Drafts, emptyForm, formOf, isSameForm, NEW_SCRIPT, withDraft } from './script-form.ts';
import { ScriptList } from './script-list.tsx';
import { WordingReport } from './wording-report.tsx';
import type { PartPlace } from './wording-view.ts';
import { libraryFindings } from './wording-view.ts';

const NOTHING: readonly ScriptId[] = [];

type Library = Output<'scripts.library'>;
type Opened = {
  readonly key: string | null;
  readonly isReport: boolean;
  readonly startAt: PartPlace | undefined;
};
type ReportProps = {
  readonly library: Library;
  readonly drafts: Drafts;
  readonly onJump: (key: string, place: PartPlace) => void;
};

/** Unsaved work outlives another selection, another screen and a reload; only saving or discarding ends it. */
function useDrafts() {
  const [drafts, setDrafts] = useViewState('library-drafts', Drafts, {});
  return { drafts, setDrafts };
}

/** What stands beside the list: one script, at a word where the report led to it, or the report. */
function useOpenScript() {
  const [open, setOpen] = useState<Opened>({ key: null, isReport: false, startAt: undefined });
  return {
    open,
    openScript: (key: string | null, startAt?: PartPlace) => setOpen({ key, isReport: false, startAt }),
    toggleReport: () => setOpen({ ...open, isReport: !open.isReport, startAt: undefined }),
  };
}

function Report({ library, drafts, onJump }: ReportProps) {
  const inUse = library.scripts.filter(({ archivedAtMs }) => archivedAtMs === null);
  return (
    <WordingReport findings={libraryFindings(inUse, drafts)} scriptCount={inUse.length} onJump={onJump} />
  );
}

function LibraryBody({ library }: { readonly library: Library }) {
  const [place, setPlace] = useState<LibraryPlace>({ kind: 'all' });
  const [text, setText] = useState('');
  const { open, openScript, toggleReport } = useOpenScript();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { drafts, setDrafts } = useDrafts();
  const openKey = open.key;
  const search = useDeferredValue(text.trim());
  const { data: soundingLike = NOTHING } = useQuery(libraryQueries.soundingLike(search));
  const shown = scriptsShown(library, place, { text: search, soundingLike });
  const script = library.scripts.find(({ id }) => id === openKey);
  const isNew = openKey === NEW_SCRIPT;
  const blank = emptyForm(place.kind === 'group' ? place.id : null);
  const saved = script === undefined ? blank : formOf(script);

  const goTo = (next: LibraryPlace) => {
    setPlace(next);
    setMarked(new Set());
  };
  const jump = (key: string, at: PartPlace) => {
    // The script may be outside of what the list shows.
    goTo({ kind: 'all' });
    setText('');
    openScript(key, at);
  };
  const startNew = () => {
    setDrafts(withDraft(drafts, NEW_SCRIPT, drafts[NEW_SCRIPT] ?? blank));
    openScript(NEW_SCRIPT);
  };

  return (
    <div className="screen library-screen">
      <GroupTree
        library={library}
        place={place}
        onPlace={goTo}
        isChecking={open.isReport}
        onCheck={toggleReport}
      />
      <ScriptList
        library={library}
        scripts={shown}
        place={place}
        text={text}
        openKey={openKey}
        marked={marked}
        drafts={drafts}
        onText={setText}
        onOpen={(key) => openScript(key)}
        onMark={setMarked}
        onNew={startNew}
      />
      {open.isReport ? (
        <Report library={library} drafts={drafts} onJump={jump} />
      ) : script === undefined && !isNew ? (
        <EmptyState title="没有选中的话术" hint="在左侧选择一条，或新建话术" />
      ) : (
        <ScriptEditor
          key={openKey}
          script={script}
          library={library}
          form={drafts[openKey ?? ''] ?? saved}
          isUnsaved={openKey !== null && openKey in drafts}
          startAt={open.startAt}
          onForm={(form) => {
            const isBack = script !== undefined && isSameForm(form, formOf(script));
            setDrafts(withDraft(drafts, openKey ?? '', isBack ? undefined : form));
          }}
          onDiscard={() => {
            setDrafts(withDraft(drafts, openKey ?? '', undefined));
            if (isNew) openScript(null);
          }}
          onSaved={(id: ScriptId) => {
            setDrafts(withDraft(drafts, openKey ?? '', undefined));
            openScript(id);
          }}
        />
      )}
    </div>
  );
}

export function LibraryScreen() {
  const { data: library, error, refetch } = useQuery(libraryQueries.library());
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return library === undefined ? <div className="screen" /> : <LibraryBody library={library} />;
}
