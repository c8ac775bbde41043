import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { GroupNameInput } from './group-name-input.tsx';
import { TreeRow } from './group-tree-row.tsx';
import type { LibraryPlace } from './library-view.ts';
import { countIn, groupRows } from './library-view.ts';
import { useCreateGroup, useRemoveGroup, useRenameGroup } from './mutations.ts';
import type { PlaceRow } from './place-rows.ts';
import { isSamePlace, placeRows } from './place-rows.ts';

type Library = Output<'scripts.library'>;
/** A name being typed: of a group that is there, or of one that will be inside `parentId`. */
type Naming =
  | { readonly kind: 'rename'; readonly id: ScriptGroupId }
  | { readonly kind: 'create'; readonly parentId: ScriptGroupId | null };

type GroupTreeProps = {
  readonly library: Library;
  readonly place: LibraryPlace;
  readonly onPlace: (place: LibraryPlace) => void;
  readonly isChecking: boolean;
  readonly onCheck: () => void;
};

function useGroupNames(naming: Naming | null, end: () => void) {
  const feedback = useFeedback();
  const create = useCreateGroup();
  const rename = useRenameGroup();
  return (name: string) => {
    const options = { onSuccess: end, onError: (error: unknown) => feedback.fail(error) };
    if (naming?.kind === 'create') create.mutate({ name, parentId: naming.parentId }, options);
    if (naming?.kind === 'rename') rename.mutate({ id: naming.id, name }, options);
  };
}

function useRemoval(library: Library, onPlace: GroupTreeProps['onPlace']) {
  const feedback = useFeedback();
  const remove = useRemoveGroup();
  const [modal, holder] = Modal.useModal();
  const ask = (id: ScriptGroupId) => {
    const group = library.groups.find((other) => other.id === id);
    if (group === undefined) return;
    const count = library.scripts.filter(({ groupId }) => groupId === id).length;
    void modal.confirm({
      title: `删除分组「${group.name}」`,
      content: count === 0 ? '分组里没有话术。' : `其中 ${count} 条话术会移到「未分组」，不会删除。`,
      okText: '删除分组',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: () =>
        remove.mutate(id, {
          onSuccess: () => onPlace({ kind: 'all' }),
          onError: (error) => feedback.fail(error),
        }),
    });
  };
  return { ask, holder };
}

export function GroupTree({ library, place, onPlace, isChecking, onCheck }: GroupTreeProps) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<ScriptGroupId>>(new Set());
  const [naming, setNaming] = useState<Naming | null>(null);
  const removal = useRemoval(library, onPlace);
  const saveName = useGroupNames(naming, () => setNaming(null));
  const rows = placeRows(groupRows(library.groups, collapsed));
  const currentId = place.kind === 'group' ? place.id : null;

  const toggle = (id: ScriptGroupId, isClosed: boolean) => {
    const next = new Set(collapsed);
    if (isClosed) next.add(id);
    else next.delete(id);
    setCollapsed(next);
  };
  const step = (offset: number) => {
    const at = rows.findIndex((row) => isSamePlace(row.place, place));
    const next = rows[Math.min(Math.max(at + offset, 0), rows.length - 1)];
    if (next) onPlace(next.place);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => currentId && toggle(currentId, true),
    ArrowRight: () => currentId && toggle(currentId, false),
    F2: () => currentId && setNaming({ kind: 'rename', id: currentId }),
    Delete: () => currentId && removal.ask(currentId),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[event.key];
    // A name that is being typed has its own keys.
    if (run === undefined || naming !== null || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const nameInput = (label: string, initial: string) => (
    <GroupNameInput label={label} initial={initial} onSave={saveName} onCancel={() => setNaming(null)} />
  );
  const rowOf = (row: PlaceRow) =>
    naming?.kind === 'rename' && row.place.kind === 'group' && row.place.id === naming.id ? (
      <div key={row.key} className="library-naming">
        {nameInput('分组名称', row.name)}
      </div>
    ) : (
      <TreeRow
        key={row.key}
        row={row}
        count={countIn(library, row.place)}
        isCurrent={isSamePlace(row.place, place)}
        isCollapsed={row.place.kind === 'group' && collapsed.has(row.place.id)}
        onPlace={onPlace}
        onToggle={toggle}
        onAdd={(parentId) => setNaming({ kind: 'create', parentId })}
        onRename={(id) => setNaming({ kind: 'rename', id })}
        onRemove={removal.ask}
      />
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
            onClick={() => setNaming({ kind: 'create', parentId: null })}
          />
        </div>
      </header>
      {naming?.kind === 'create' && <div className="library-naming">{nameInput('新分组名称', '')}</div>}
      <div className="library-tree" role="tree" tabIndex={-1} aria-label="分组" onKeyDown={onKeyDown}>
        {rows.map(rowOf)}
      </div>
      <footer className="library-check">
        <Button size="small" aria-pressed={isChecking} title="检查全部话术的用语" onClick={onCheck}>
          检查全部
        </Button>
      </footer>
      {removal.holder}
    </nav>
  );
}
