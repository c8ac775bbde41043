import { Button, Select } from 'antd';
import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/script.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { LibraryPlace } from './library-view.ts';
import { groupPath } from './library-view.ts';
import { useScriptActions } from './use-script-actions.ts';

type BulkBarProps = {
  readonly library: Output<'scripts.library'>;
  readonly place: LibraryPlace;
  /** The marked scripts, or the one that is open. */
  readonly chosen: readonly Script[];
  readonly total: number;
  readonly onDone: () => void;
};

const UNGROUPED = '';

/** What can be done with the scripts that are chosen; every action can be taken back. */
export function BulkBar({ library, place, chosen, total, onDone }: BulkBarProps) {
  const actions = useScriptActions(onDone);
  const groupOptions = [
    { value: UNGROUPED, label: '未分组' },
    ...library.groups.map(({ id }) => ({ value: id as string, label: groupPath(library.groups, id) })),
  ];
  const move = (value: string) => {
    const id: ScriptGroupId | null = library.groups.find((group) => group.id === value)?.id ?? null;
    void actions.move(chosen, id, groupPath(library.groups, id));
  };
  if (chosen.length === 0) return <footer className="library-bulk muted">{total} 条</footer>;
  return (
    <footer className="library-bulk">
      <span className="numeric">{chosen.length > 1 ? `已选 ${chosen.length} 条` : `${total} 条`}</span>
      {place.kind === 'archive' ? (
        <Button size="small" onClick={() => void actions.restore(chosen)}>
          恢复
        </Button>
      ) : (
        <>
          <Select<string>
            size="small"
            aria-label="移到分组"
            className="library-move"
            popupMatchSelectWidth={false}
            placeholder="移到…"
            showSearch={{ optionFilterProp: 'label' }}
            options={groupOptions}
            // An action, not a setting: it always starts from its invitation.
            value={null}
            onChange={move}
          />
          <Button size="small" onClick={() => void actions.archive(chosen)}>
            归档
          </Button>
        </>
      )}
    </footer>
  );
}
