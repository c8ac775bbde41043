import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';

/** One condition by which a list is narrowed. */
export type FilterChip = { readonly key: string; readonly label: string; readonly onRemove: () => void };

type Props = { readonly chips: readonly FilterChip[]; readonly onClear: () => void };

/** The conditions of a list, each taken off by itself or all at once. */
export function FilterChips({ chips, onClear }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul className="list-chips" aria-label="当前条件">
      {chips.map(({ key, label, onRemove }) => (
        <li key={key}>
          <button type="button" className="list-chip" title="去掉这个条件" onClick={onRemove}>
            <span className="truncate">{label}</span>
            <CloseOutlined aria-label="去掉" />
          </button>
        </li>
      ))}
      <li>
        <Button type="link" size="small" onClick={onClear}>
          全部清除
        </Button>
      </li>
    </ul>
  );
}
