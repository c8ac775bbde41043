import { CaretDownOutlined, CaretRightOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import { SHORTCUTS } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { type Drag, dropMark } from '../drag.tsx';
import type { PlaceRow } from '../list/place-rows.ts';
import type { Direction } from './group-moves.ts';

export type RowActions = {
  readonly onToggle: (id: ScriptGroupId, isClosed: boolean) => void;
  readonly onAdd: (parentId: ScriptGroupId) => void;
  readonly onRename: (id: ScriptGroupId) => void;
  readonly onStep: (id: ScriptGroupId, direction: Direction) => void;
  readonly onRemove: (id: ScriptGroupId) => void;
};

type TreeRowProps = {
  readonly id: string;
  readonly row: PlaceRow;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isCollapsed: boolean;
  readonly drag: Drag;
  readonly actions: RowActions;
};

function Caret({ row, isCollapsed, actions }: Pick<TreeRowProps, 'row' | 'isCollapsed' | 'actions'>) {
  const { place } = row;
  if (!row.hasChildren || place.kind !== 'group') return <span className="library-caret" />;
  const Icon = isCollapsed ? CaretRightOutlined : CaretDownOutlined;
  return (
    <Icon
      className="library-caret"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        actions.onToggle(place.id, !isCollapsed);
      }}
    />
  );
}

const withKey = (label: ReactNode, keys: string) => (
  <span className="library-menu-item">
    {label} <Kbd keys={keys} />
  </span>
);

function GroupMenu({ row, actions }: Pick<TreeRowProps, 'row' | 'actions'>) {
  if (row.place.kind !== 'group') return null;
  const { id } = row.place;
  const step = (label: string, name: 'moveUp' | 'moveDown' | 'moveIn' | 'moveOut', direction: Direction) => ({
    key: direction,
    label: withKey(label, SHORTCUTS[name].label),
    onClick: () => actions.onStep(id, direction),
  });
  const items = [
    { key: 'add', label: withKey('新建下级分组', 'Insert'), onClick: () => actions.onAdd(id) },
    { key: 'rename', label: withKey('重命名', 'F2'), onClick: () => actions.onRename(id) },
    { key: 'line', type: 'divider' as const },
    step('上移', 'moveUp', 'up'),
    step('下移', 'moveDown', 'down'),
    step('移入上一个分组', 'moveIn', 'in'),
    step('移出一层', 'moveOut', 'out'),
    { key: 'line-2', type: 'divider' as const },
    { key: 'remove', danger: true, label: withKey('删除', 'Delete'), onClick: () => actions.onRemove(id) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        size="small"
        type="text"
        tabIndex={-1}
        className="library-group-menu"
        icon={<EllipsisOutlined aria-hidden="true" />}
        aria-label={`分组「${row.name}」的操作`}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  );
}

/** The focus stays with the tree, which has the keys; a row is only looked at and clicked. */
export function TreeRow({ id, row, count, isCurrent, isCollapsed, drag, actions }: TreeRowProps) {
  const { place } = row;
  const dropKey = place.kind === 'group' ? `group:${place.id}` : `place:${place.kind}`;
  return (
    <div
      id={id}
      className="library-group"
      role="treeitem"
      aria-level={row.level}
      aria-selected={isCurrent}
      aria-label={`${row.name}，${count} 条`}
      {...(row.hasChildren ? { 'aria-expanded': !isCollapsed } : {})}
      data-place={place.kind}
      {...dropMark(drag, dropKey)}
      tabIndex={-1}
      style={{ paddingInlineStart: 8 + (row.level - 1) * 14 }}
      onPointerDown={(event) => place.kind === 'group' && drag.start(event, { kind: 'group', id: place.id })}
    >
      <Caret row={row} isCollapsed={isCollapsed} actions={actions} />
      <span className="truncate library-group-name" title={row.name}>
        {row.name}
      </span>
      <GroupMenu row={row} actions={actions} />
      <span className="numeric library-group-count">{count.toLocaleString('zh-CN')}</span>
    </div>
  );
}
