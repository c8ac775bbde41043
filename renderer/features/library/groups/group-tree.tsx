import { PlusOutlined } from '@ant-design/icons';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import { isComposing } from '../../../lib/keyboard.ts';
import { SHORTCUTS, useShortcut } from '../../../lib/shortcuts.ts';
import { rowIndexOf } from '../../../ui/lists/virtual-list-keys.ts';
import { useScaled } from '../../../ui/theme/text-scale.ts';
import type { Drag } from '../drag.tsx';
import type { Library, LibraryPlace } from '../library-view.ts';
import { groupRows, placeCounts } from '../library-view.ts';
import type { TreeItem } from '../list/place-rows.ts';
import { isSamePlace, placeRows, withNaming } from '../list/place-rows.ts';
import { type Direction, sayPlace, stepOf } from './group-moves.ts';
import { GroupNameInput } from './group-name-input.tsx';
import { type RowActions, TreeRow } from './group-tree-row.tsx';
import { useGroupActions } from './use-group-actions.ts';

const ROW_HEIGHT = 30;

/** A name being typed: of a group that is there, or of one that will be inside `parentId`. */
type Naming = { readonly id: ScriptGroupId } | { readonly parentId: ScriptGroupId | null };

type GroupTreeProps = {
  readonly library: Library;
  readonly place: LibraryPlace;
  readonly collapsed: ReadonlySet<ScriptGroupId>;
  readonly drag: Drag;
  readonly onPlace: (place: LibraryPlace) => void;
  readonly onCollapse: (collapsed: ReadonlySet<ScriptGroupId>) => void;
  /** Stands below the tree. */
  readonly footer: ReactNode;
};

function useMoveKeys(isActive: () => boolean, step: (direction: Direction) => void): void {
  const run = (direction: Direction) => () => {
    if (!isActive()) return false;
    step(direction);
    return true;
  };
  useShortcut(SHORTCUTS.moveUp, run('up'));
  useShortcut(SHORTCUTS.moveDown, run('down'));
  useShortcut(SHORTCUTS.moveIn, run('in'));
  useShortcut(SHORTCUTS.moveOut, run('out'));
}

/** Moves a group by keys; `said` is for those who do not see where it went. */
function useStepping(library: Library, move: ReturnType<typeof useGroupActions>['move']) {
  const [said, setSaid] = useState('');
  const step = (id: ScriptGroupId, direction: Direction) => {
    const target = stepOf(library.groups, id, direction);
    if (target === null) setSaid('不能再移动');
    else void move(id, target, () => setSaid(sayPlace(library.groups, id, target)));
  };
  return { said, step };
}

function useNaming(
  { onPlace }: GroupTreeProps,
  actions: ReturnType<typeof useGroupActions>,
  end: () => void,
) {
  const [naming, setNaming] = useState<Naming | null>(null);
  const stop = () => {
    setNaming(null);
    end();
  };
  const save = (name: string) => {
    if (naming === null) return;
    if ('id' in naming) void actions.rename(naming.id, name, stop);
    else {
      void actions.create(name, naming.parentId, (id) => {
        stop();
        onPlace({ kind: 'group', id });
      });
    }
  };
  return { naming, setNaming, stop, save };
}

/** Any number of rows; the current one is always there, so that the tree can point at it. */
function useRows(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly TreeItem[],
  currentIndex: number,
) {
  const rowHeight = useScaled(ROW_HEIGHT);
  // Its functions change with every scroll, and nothing here is memoised by them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, currentIndex)])],
  });
  useEffect(() => {
    if (currentIndex >= 0) virtualizer.scrollToIndex(currentIndex);
    // Only another row is brought into view; a scroll by hand is left alone.
  }, [currentIndex, virtualizer]);
  return virtualizer;
}

/** Views and groups as one tree with one tab stop: arrows go, Alt with an arrow moves the group. */
export function GroupTree(props: GroupTreeProps) {
  const { library, place, collapsed, drag, onPlace, onCollapse } = props;
  const idPrefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const actions = useGroupActions(library);
  const { said, step } = useStepping(library, actions.move);
  const focusTree = () => scroller.current?.focus();
  const { naming, setNaming, stop, save } = useNaming(props, actions, focusTree);
  const places = useMemo(() => placeRows(groupRows(library.groups, collapsed)), [library.groups, collapsed]);
  const countIn = useMemo(() => placeCounts(library), [library]);
  const items = naming === null ? places : withNaming(places, naming);
  const currentIndex = items.findIndex((item) => 'place' in item && isSamePlace(item.place, place));
  const virtualizer = useRows(scroller, items, currentIndex);
  const currentId = place.kind === 'group' ? place.id : null;

  const toggle = (id: ScriptGroupId, isClosed: boolean) => {
    const next = new Set(collapsed);
    if (isClosed) next.add(id);
    else next.delete(id);
    onCollapse(next);
  };
  const startNaming = (next: Naming) => {
    if ('parentId' in next && next.parentId !== null) toggle(next.parentId, false);
    setNaming(next);
  };
  const remove = (id: ScriptGroupId) => {
    const parentId = library.groups.find((group) => group.id === id)?.parentId ?? null;
    void actions.remove(id, () =>
      onPlace(parentId === null ? { kind: 'all' } : { kind: 'group', id: parentId }),
    );
  };
  const goTo = (index: number) => {
    const next = places[Math.min(Math.max(index, 0), places.length - 1)];
    if (next) onPlace(next.place);
  };
  const at = places.findIndex((row) => isSamePlace(row.place, place));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(at + 1),
    ArrowUp: () => goTo(at - 1),
    Home: () => goTo(0),
    End: () => goTo(places.length - 1),
    ArrowLeft: () => currentId && toggle(currentId, true),
    ArrowRight: () => currentId && toggle(currentId, false),
    F2: () => currentId && startNaming({ id: currentId }),
    Insert: () => startNaming({ parentId: currentId }),
    Delete: () => currentId && remove(currentId),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[event.key];
    // A name that is being typed has its own keys.
    if (run === undefined || naming !== null || event.altKey || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  useMoveKeys(
    () => currentId !== null && naming === null && document.activeElement === scroller.current,
    (direction) => currentId && step(currentId, direction),
  );

  const rowActions: RowActions = {
    onToggle: toggle,
    onAdd: (parentId) => startNaming({ parentId }),
    onRename: (id) => startNaming({ id }),
    onStep: step,
    onRemove: remove,
  };
  const rowId = (index: number) => `${idPrefix}-${index}`;
  const renderItem = (item: TreeItem, index: number) =>
    'place' in item ? (
      <TreeRow
        id={rowId(index)}
        row={item}
        count={countIn(item.place)}
        isCurrent={index === currentIndex}
        isCollapsed={item.place.kind === 'group' && collapsed.has(item.place.id)}
        drag={drag}
        actions={rowActions}
      />
    ) : (
      // A tree has nothing but items in it, also while one of them is being named.
      <div
        className="library-naming"
        role="treeitem"
        aria-level={item.level}
        aria-selected={false}
        aria-label="正在命名的分组"
        tabIndex={-1}
        style={{ paddingInlineStart: 8 + (item.level - 1) * 14 }}
      >
        <GroupNameInput
          label={naming !== null && 'id' in naming ? '分组名称' : '新分组名称'}
          initial={naming !== null && 'id' in naming ? actions.nameOf(naming.id) : ''}
          onSave={save}
          onCancel={stop}
        />
      </div>
    );

  return (
    <nav className="library-groups" aria-label="话术分组">
      <header className="panel-header">
        <h2 className="panel-title">分组</h2>
        <div className="panel-extra">
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden="true" />}
            aria-label="新建分组"
            title="新建分组"
            onClick={() => startNaming({ parentId: null })}
          />
        </div>
      </header>
      <div className="library-tree-frame">
        <div
          ref={scroller}
          className="library-tree"
          role="tree"
          tabIndex={0}
          aria-label="分组"
          aria-activedescendant={currentIndex >= 0 ? rowId(currentIndex) : undefined}
          onKeyDown={onKeyDown}
          onMouseDown={(event) => {
            // The focus stays with the tree, but a name that is being typed keeps its own.
            if (event.target instanceof Element && event.target.closest('input, button') !== null) return;
            event.preventDefault();
            focusTree();
          }}
          onClick={(event) => {
            const item = items[rowIndexOf(event)];
            if (item && 'place' in item) onPlace(item.place);
          }}
        >
          <div
            role="presentation"
            className="library-tree-rows"
            style={{ height: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const item = items[index];
              return (
                item && (
                  <div
                    key={item.key}
                    role="presentation"
                    className="library-tree-row"
                    data-index={index}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    {renderItem(item, index)}
                  </div>
                )
              );
            })}
          </div>
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {props.footer}
    </nav>
  );
}
