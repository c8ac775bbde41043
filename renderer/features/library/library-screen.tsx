import './library.css';
import './list/script-list.css';
import './editor/script-editor.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Faces, isPlainChoice } from '../../ui/faces.tsx';
import { DragGhost } from './drag.tsx';
import { ScriptEditor } from './editor/script-editor.tsx';
import { emptyForm, formOf, isSameForm, NEW_SCRIPT, withDraft } from './editor/script-form.ts';
import { GroupTree } from './groups/group-tree.tsx';
import type { Library } from './library-view.ts';
import { inTreeOrder, scriptsAt, scriptsShown } from './library-view.ts';
import { ScriptList } from './list/script-list.tsx';
import { useScriptActions } from './list/use-script-actions.ts';
import { useSuggestScript } from './mutations.ts';
import { libraryQueries } from './queries.ts';
import { StarterOffer } from './starter-offer.tsx';
import { nameOfDragged, useLibraryDrag } from './use-library-drag.ts';
import { type LibraryView, useLibraryView } from './use-library-view.ts';
import { WordingReport } from './wording/wording-report.tsx';

const NOTHING: readonly ScriptId[] = [];

type BodyProps = { readonly library: Library; readonly agentId: string };

/** The scripts that the agent may have in mind when the library is to be exported. */
export type LibrarySelection = { readonly shown: readonly ScriptId[]; readonly marked: readonly ScriptId[] };

/** Bringing scripts from files and taking them there is another feature's work. */
export type Exchange = {
  readonly onImport: () => void;
  readonly onExport: (selection: LibrarySelection) => void;
};

function useShown(library: Library, { place, filter }: LibraryView) {
  const search = useDeferredValue(filter);
  const { data: soundingLike = NOTHING } = useQuery(libraryQueries.soundingLike(search.text.trim()));
  const held = useMemo(() => scriptsAt(library, place), [library, place]);
  const shown = useMemo(() => scriptsShown(held, { ...search, soundingLike }), [held, search, soundingLike]);
  return { held, shown };
}

/** A new script is personal if the list is narrowed to personal scripts, else for all. */
function scopeOfNew({ filter }: LibraryView, agentId: string): ScriptScope {
  return filter.scope === 'personal'
    ? // The agent's id comes from the session.
      { kind: 'personal', agentId: agentId as Extract<ScriptScope, { kind: 'personal' }>['agentId'] }
    : { kind: 'all' };
}

function blankForm(view: LibraryView, agentId: string) {
  const groupId = view.place.kind === 'group' ? view.place.id : null;
  return { ...emptyForm(groupId), scope: scopeOfNew(view, agentId) };
}

function Editor({ library, agentId, view }: BodyProps & { readonly view: LibraryView }) {
  const { openKey, drafts, setDrafts, open } = view;
  const script = library.scripts.find(({ id }) => id === openKey);
  const draft = openKey === null ? undefined : drafts[openKey];
  const isNew = openKey === NEW_SCRIPT && draft !== undefined;
  if (openKey === null || (script === undefined && !isNew))
    return <EmptyState title="没有选中的话术" hint="在左侧选择一条，或新建话术" />;
  const keep = (form: typeof draft) => setDrafts(withDraft(drafts, openKey, form));
  return (
    <ScriptEditor
      key={openKey}
      script={script}
      library={library}
      form={draft ?? (script === undefined ? blankForm(view, agentId) : formOf(script))}
      isUnsaved={draft !== undefined}
      startAt={view.beside.startAt}
      onForm={(form) => {
        const isBack = script !== undefined && isSameForm(form, formOf(script));
        keep(isBack ? undefined : form);
      }}
      onDiscard={() => {
        keep(undefined);
        if (isNew) open(null);
      }}
      onSaved={(id: ScriptId) => {
        keep(undefined);
        open(id);
      }}
    />
  );
}

type ExchangeButtonsProps = {
  readonly exchange: Exchange;
  readonly shown: readonly Script[];
  readonly marked: ReadonlySet<string>;
};

function ExchangeButtons({ exchange, shown, marked }: ExchangeButtonsProps) {
  const idsOf = (scripts: readonly Script[]) => scripts.map(({ id }) => id);
  return (
    <>
      <Button size="small" title="从千牛、V3、飞牛或表格文件导入话术" onClick={exchange.onImport}>
        导入话术
      </Button>
      <Button
        size="small"
        aria-label="导出话术"
        title="将话术导出为表格或其他工具的文件"
        onClick={() =>
          exchange.onExport({
            shown: idsOf(shown),
            marked: idsOf(shown.filter(({ id }) => marked.has(id))),
          })
        }
      >
        导出
      </Button>
    </>
  );
}

const FACES = [
  { key: 'groups', label: '分组' },
  { key: 'list', label: '列表' },
  { key: 'editor', label: '编辑' },
] as const;
type Face = (typeof FACES)[number]['key'];

/** Where there is no room for all three, the one that has the focus is in front. */
function faceOf(element: Element): Face | undefined {
  if (element.closest('.library-groups')) return 'groups';
  if (element.closest('.library-list')) return 'list';
  return element.closest('.library-beside') ? 'editor' : undefined;
}

function LibraryBody({ library, agentId, exchange }: BodyProps & { readonly exchange?: Exchange }) {
  const view = useLibraryView(library);
  const { place, filter, drafts, setDrafts } = view;
  const { held, shown } = useShown(library, view);
  const actions = useScriptActions(library.favourites);
  const drag = useLibraryDrag({ library, shown, place, filter, actions, onExpand: view.expand });
  const startNew = () => {
    setDrafts(withDraft(drafts, NEW_SCRIPT, drafts[NEW_SCRIPT] ?? blankForm(view, agentId)));
    view.open(NEW_SCRIPT);
  };
  const suggesting = useSuggestScript();
  useShortcut(SHORTCUTS.newScript, async () => {
    const suggested = await suggesting.mutateAsync('');
    if (suggested === null || drafts[NEW_SCRIPT] !== undefined) {
      startNew();
      return;
    }
    setDrafts(withDraft(drafts, NEW_SCRIPT, suggested.draft));
    view.open(NEW_SCRIPT);
  });
  const { isReport } = view.beside;
  const [face, setFace] = useState<Face>('list');

  return (
    <div
      className="screen library-screen"
      data-is-dragging={drag.dragged !== null}
      data-face={face}
      onFocusCapture={({ target }) => setFace((now) => faceOf(target) ?? now)}
      onClick={(event) => isPlainChoice(event) && setFace('editor')}
      // The rows have their own keys.
      role="presentation"
    >
      <Faces label="分组、话术列表或编辑" faces={FACES} shown={face} onFace={setFace} />
      <GroupTree
        library={library}
        place={place}
        collapsed={view.collapsed}
        drag={drag}
        onPlace={view.goTo}
        onCollapse={view.collapse}
        footer={
          <>
            <StarterOffer />
            <footer className="library-check">
              <Button
                size="small"
                aria-pressed={isReport}
                title="检查全部话术的用语"
                onClick={view.toggleReport}
              >
                检查全部
              </Button>
              {exchange && <ExchangeButtons exchange={exchange} shown={shown} marked={view.marked} />}
            </footer>
          </>
        }
      />
      <ScriptList
        library={library}
        held={held}
        shown={shown}
        place={place}
        filter={filter}
        openKey={view.openKey}
        marked={view.marked}
        drafts={drafts}
        drag={drag}
        actions={actions}
        memory={view.scrollMemory}
        onFilter={view.narrow}
        onOpen={(key) => view.open(key)}
        onMark={view.mark}
        onNew={startNew}
      />
      <div className="library-beside">
        {isReport ? (
          <WordingReport library={library} drafts={drafts} onJump={view.jump} onClose={view.toggleReport} />
        ) : (
          <Editor library={library} agentId={agentId} view={view} />
        )}
      </div>
      {drag.dragged && <DragGhost>{nameOfDragged(drag.dragged, library)}</DragGhost>}
    </div>
  );
}

export function LibraryScreen({ exchange }: { readonly exchange?: Exchange }) {
  const agentId = useCurrentAgent()?.id ?? '';
  const { data, error, refetch } = useQuery(libraryQueries.library());
  const { data: mine } = useQuery(libraryQueries.mine());
  const library = useMemo(
    () =>
      data && {
        groups: data.groups,
        scripts: inTreeOrder(data),
        favourites: new Set(mine?.favourites),
        recent: mine?.recent ?? NOTHING,
      },
    [data, mine],
  );
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (library === undefined) return <div className="screen" />;
  return (
    <LibraryBody key={agentId} library={library} agentId={agentId} {...(exchange ? { exchange } : {})} />
  );
}
