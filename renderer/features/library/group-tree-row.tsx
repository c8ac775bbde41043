import { CaretDownOutlined, CaretRightOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useRef } from 'react';
import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import { isEnter } from '../../lib/keyboard.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { LibraryPlace } from './library-view.ts';
import type { PlaceRow } from './place-rows.ts';

type TreeRowProps = {
  readonly row: PlaceRow;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isCollapsed: boolean;
  readonly onPlace: (place: LibraryPlace) => void;
  readonly onToggle: (id: ScriptGroupId, isClosed: boolean) => void;
  readonly onAdd: (parentId: ScriptGroupId) => void;
  readonly onRename: (id: ScriptGroupId) => void;
  readonly onRemove: (id: ScriptGroupId) => void;
};

function Caret({ row, isCollapsed, onToggle }: Pick<TreeRowProps, 'row' | 'isCollapsed' | 'onToggle'>) {
  const { place } = row;
  if (!row.hasChildren || place.kind !== 'group') return <span className="library-caret" />;
  const Icon = isCollapsed ? CaretRightOutlined : CaretDownOutlined;
  return (
    <Icon
      className="library-caret"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onToggle(place.id, !isCollapsed);
      }}
    />
  );
}

function GroupMenu({ row, onAdd, onRename, onRemove }: TreeRowProps) {
  if (row.place.kind !== 'group') return null;
  const { id } = row.place;
  const items = [
    { key: 'add', label: '新建下级分组', onClick: () => onAdd(id) },
    {
      key: 'rename',
      label: (
        <>
          重命名 <Kbd keys="F2" />
        </>
      ),
      onClick: () => onRename(id),
    },
    {
      key: 'remove',
      danger: true,
      label: (
        <>
          删除 <Kbd keys="Delete" />
        </>
      ),
      onClick: () => onRemove(id),
    },
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
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  );
}

/** One tab stop for the tree: only the current row takes the focus, and the arrows move both. */
export function TreeRow(props: TreeRowProps) {
  const { row, count, isCurrent, isCollapsed, onPlace } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isInTree = element.current?.parentElement?.contains(document.activeElement) === true;
    if (isCurrent && isInTree) element.current?.focus();
  }, [isCurrent]);
  return (
    <div
      ref={element}
      className="library-group"
      role="treeitem"
      aria-level={row.level}
      aria-selected={isCurrent}
      aria-label={`${row.name}，${count} 条`}
      {...(row.hasChildren ? { 'aria-expanded': !isCollapsed } : {})}
      data-place={row.place.kind}
      tabIndex={isCurrent ? 0 : -1}
      style={{ paddingInlineStart: 8 + (row.level - 1) * 14 }}
      onClick={() => onPlace(row.place)}
      onKeyDown={(event) => isEnter(event) && onPlace(row.place)}
    >
      <Caret row={row} isCollapsed={isCollapsed} onToggle={props.onToggle} />
      <span className="truncate library-group-name" title={row.name}>
        {row.name}
      </span>
      <GroupMenu {...props} />
      <span className="numeric library-group-count">{count}</span>
    </div>
  );
}
