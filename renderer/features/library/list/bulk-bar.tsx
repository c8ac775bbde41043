import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { SHORTCUTS } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { TagMenu } from '../editor/parts/tag-menu.tsx';
import { useScopeOptions } from '../editor/scope-label.tsx';
import type { Library, LibraryPlace } from '../library-view.ts';
import { groupPath } from '../library-view.ts';
import type { ScriptActions } from './use-script-actions.ts';

type BulkBarProps = {
  readonly library: Library;
  readonly place: LibraryPlace;
  /** The marked scripts, or the one that is open. */
  readonly chosen: readonly Script[];
  readonly total: number;
  readonly actions: ScriptActions;
  readonly onCopied: (ids: readonly ScriptId[]) => void;
};

const UNGROUPED = '';

function MoveSelect({ library, chosen, actions }: BulkBarProps) {
  const options = [
    { value: UNGROUPED, label: '未分组' },
    ...library.groups.map(({ id }) => ({ value: id as string, label: groupPath(library.groups, id) })),
  ];
  return (
    <Select<string>
      size="small"
      aria-label="移到分组"
      className="library-move"
      popupMatchSelectWidth={false}
      placeholder="移到…"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      // An action, not a setting: it always starts from its invitation.
      value={null}
      onChange={(value) => {
        const groupId = library.groups.find(({ id }) => id === value)?.id ?? null;
        void actions.move(chosen, { groupId, name: groupPath(library.groups, groupId) });
      }}
    />
  );
}

function MoreMenu({ library, chosen, actions, onCopied }: BulkBarProps) {
  const scopes = useScopeOptions();
  const isFavourite = chosen.every(({ id }) => library.favourites.has(id));
  const others = chosen.filter(({ scope }) => scope.kind !== 'personal');
  const items = [
    {
      key: 'favourite',
      label: (
        <span className="library-menu-item">
          {isFavourite ? '取消收藏' : '收藏'} <Kbd keys={SHORTCUTS.favourite.label} />
        </span>
      ),
      onClick: () => void actions.toggleFavourite(chosen),
    },
    {
      key: 'own',
      label: '另存为个人话术',
      disabled: others.length === 0,
      onClick: () => void actions.copyToOwn(others, onCopied),
    },
    {
      key: 'scope',
      type: 'group' as const,
      label: '适用范围改为',
      children: scopes.map(({ value, label, scope }) => ({
        key: value,
        label,
        onClick: () => void actions.changeScope(chosen, scope, label),
      })),
    },
  ];
  return (
    <Dropdown trigger={['click']} placement="topRight" menu={{ items, className: 'library-more' }}>
      <Button size="small" icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
        更多
      </Button>
    </Dropdown>
  );
}

/** The actions on the chosen scripts; every one can be taken back. */
export function BulkBar(props: BulkBarProps) {
  const { place, chosen, total, actions } = props;
  const count = (all: number) => `${all.toLocaleString('zh-CN')} 条`;
  if (chosen.length === 0) return <footer className="library-bulk muted">{count(total)}</footer>;
  return (
    <footer className="library-bulk">
      <span className="numeric library-bulk-count">
        {chosen.length > 1 ? `已选 ${count(chosen.length)}` : count(total)}
      </span>
      {place.kind === 'archive' ? (
        <Button size="small" onClick={() => void actions.restore(chosen)}>
          恢复
        </Button>
      ) : (
        <>
          <MoveSelect {...props} />
          <TagMenu library={props.library} chosen={chosen} actions={actions} />
          <Button
            size="small"
            title={`归档 ${SHORTCUTS.archive.label}`}
            onClick={() => void actions.archive(chosen)}
          >
            归档
          </Button>
          <MoreMenu {...props} />
        </>
      )}
    </footer>
  );
}
