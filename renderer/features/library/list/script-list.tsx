import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PointerEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { useViewMemory } from '../../../lib/place/view-state.ts';
import { SHORTCUTS, useShortcut } from '../../../lib/shortcuts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { SearchField } from '../../../ui/forms/search-field.tsx';
import { VirtualList } from '../../../ui/lists/virtual-list.tsx';
import { useScaled } from '../../../ui/theme/text-scale.ts';
import type { Drag } from '../drag.tsx';
import type { Drafts } from '../editor/script-form.ts';
import { NEW_SCRIPT } from '../editor/script-form.ts';
import type { Library, LibraryFilter, LibraryPlace } from '../library-view.ts';
import { hasOwnOrder, NO_FILTER } from '../library-view.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { stepBeside } from './script-moves.ts';
import { ScriptRow } from './script-row.tsx';
import type { ScriptActions } from './use-script-actions.ts';
import { useUnseen } from './use-unseen.ts';

const ROW_HEIGHT = 52;

type ScriptListProps = {
  readonly library: Library;
  /** All scripts of the place; `shown` are those that the filter leaves. */
  readonly held: readonly Script[];
  readonly shown: readonly Script[];
  readonly place: LibraryPlace;
  readonly filter: LibraryFilter;
  readonly openKey: string | null;
  readonly marked: ReadonlySet<string>;
  readonly drafts: Drafts;
  readonly drag: Drag;
  readonly actions: ScriptActions;
  /** The list keeps its scroll position under this name. */
  readonly memory: string;
  readonly onFilter: (filter: LibraryFilter) => void;
  readonly onOpen: (key: string) => void;
  readonly onMark: (keys: ReadonlySet<string>) => void;
  readonly onNew: () => void;
};

const EMPTY = {
  all: { title: '还没有话术', hint: '新建一条，客服即可在待办旁直接复制' },
  favourites: { title: '还没有收藏的话术', hint: '点话术右侧的星标或按 Ctrl+D，常用的话术就在这里' },
  recent: { title: '还没有用过话术', hint: '复制过的话术会出现在这里，最近用的在最前' },
  group: { title: '这个分组没有话术', hint: '新建话术，或从其他分组拖入' },
  ungrouped: { title: '没有未分组的话术', hint: '所有话术都已归入分组' },
  archive: { title: '没有已归档的话术', hint: '归档的话术不再推荐，可随时恢复' },
} as const satisfies Record<LibraryPlace['kind'], { readonly title: string; readonly hint: string }>;

function NoScripts({ held, place, filter, onFilter }: ScriptListProps) {
  if (held.length === 0) return <EmptyState {...EMPTY[place.kind]} />;
  const isNarrowed = filter.scope !== null || filter.tags.length > 0;
  return (
    <EmptyState
      title="没有匹配的话术"
      hint="查找标题、编码、关键词、标签和内容；多个词用空格隔开"
      action={isNarrowed && <Button onClick={() => onFilter(NO_FILTER)}>清除筛选</Button>}
    />
  );
}

/** Comes back to where it was left; another place is seen from its top. */
function useScroll(list: RefObject<HTMLDivElement | null>, memory: string, place: LibraryPlace) {
  const [first, keep] = useViewMemory(memory, z.number(), 0);
  const placeKey = JSON.stringify(place);
  const shownAt = useRef<string | null>(null);
  const rowHeight = useScaled(ROW_HEIGHT);
  useEffect(() => {
    const top = shownAt.current === null ? first * rowHeight : 0;
    if (shownAt.current !== placeKey) list.current?.scrollTo({ top, behavior: 'instant' });
    shownAt.current = placeKey;
  }, [first, list, placeKey, rowHeight]);
  return keep;
}

/** The keys that do something to the chosen scripts; `said` is for those who do not see a script move. */
function useScriptKeys(
  { shown, place, filter, actions }: ScriptListProps,
  chosen: readonly Script[],
  list: RefObject<HTMLDivElement | null>,
) {
  const [said, setSaid] = useState('');
  const isInList = () => chosen.length > 0 && document.activeElement === list.current;
  const step = (direction: 'up' | 'down') => {
    if (!isInList()) return false;
    const ids = new Set<string>(chosen.map(({ id }) => id));
    const target = hasOwnOrder(place, filter) ? stepBeside(shown, ids, direction) : null;
    if (target === null) {
      setSaid(hasOwnOrder(place, filter) ? '不能再移动' : '这里不能调整顺序');
      return true;
    }
    void actions.reorder(chosen, target).then(() => setSaid(direction === 'up' ? '已上移' : '已下移'));
    return true;
  };
  useShortcut(SHORTCUTS.moveUp, () => step('up'));
  useShortcut(SHORTCUTS.moveDown, () => step('down'));
  useShortcut(SHORTCUTS.favourite, () => chosen.length > 0 && void actions.toggleFavourite(chosen));
  useShortcut(SHORTCUTS.archive, () => {
    if (!isInList() || place.kind === 'archive') return false;
    void actions.archive(chosen);
    return true;
  });
  return said;
}

function DraftNote({ drafts, openKey, onNew }: Pick<ScriptListProps, 'drafts' | 'openKey' | 'onNew'>) {
  if (!(NEW_SCRIPT in drafts) || openKey === NEW_SCRIPT) return null;
  return (
    <button type="button" className="library-new-draft" onClick={onNew}>
      <Tag tone="warning">未保存</Tag> 新话术 {drafts[NEW_SCRIPT]?.title ?? ''}，继续编辑
    </button>
  );
}

export function ScriptList(props: ScriptListProps) {
  const { library, shown, place, filter, openKey, marked, drafts, drag, actions } = props;
  const { onFilter, onOpen, onMark } = props;
  const list = useRef<HTMLDivElement>(null);
  const unseen = useUnseen(openKey);
  const keepScroll = useScroll(list, props.memory, place);
  const chosen = shown.filter(({ id }) => (marked.size > 0 ? marked.has(id) : id === openKey));
  const said = useScriptKeys(props, chosen, list);
  const enterList = () => {
    const [first] = shown;
    if (first && !shown.some(({ id }) => id === openKey)) onOpen(first.id);
    list.current?.focus();
  };
  const press = (event: PointerEvent, script: Script) => {
    const ids = marked.has(script.id) ? chosen.map(({ id }) => id) : [script.id];
    drag.start(event, { kind: 'scripts', ids });
  };
  return (
    <section className="library-list" aria-label="话术列表">
      <header className="library-list-bar">
        <SearchField
          label="查找话术"
          placeholder="标题、编码、内容、拼音"
          shortcut={SHORTCUTS.findScript}
          text={filter.text}
          onText={(text) => onFilter({ ...filter, text })}
          onEnterList={enterList}
        />
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={props.onNew}>
          新建
        </Button>
      </header>
      <FilterBar scripts={props.held} filter={filter} onFilter={onFilter} />
      <DraftNote drafts={drafts} openKey={openKey} onNew={props.onNew} />
      {shown.length === 0 ? (
        <NoScripts {...props} />
      ) : (
        <div className="library-rows">
          <VirtualList
            label="话术"
            listRef={list}
            count={shown.length}
            rowHeight={ROW_HEIGHT}
            rowKey={(index) => shown[index]?.id}
            selectedKey={openKey}
            onSelect={onOpen}
            marked={marked}
            onMark={onMark}
            onVisible={keepScroll}
            renderRow={(index) => {
              const script = shown[index];
              return (
                script && (
                  <ScriptRow
                    script={script}
                    hasDraft={script.id in drafts}
                    isFavourite={library.favourites.has(script.id)}
                    isUnseen={unseen.has(script.id)}
                    drag={drag}
                    onPress={(event) => press(event, script)}
                    onFavourite={() => void actions.toggleFavourite([script])}
                  />
                )
              );
            }}
          />
        </div>
      )}
      <BulkBar
        library={library}
        place={place}
        chosen={chosen}
        total={shown.length}
        actions={actions}
        onCopied={([first]: readonly ScriptId[]) => first !== undefined && onOpen(first)}
      />
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
