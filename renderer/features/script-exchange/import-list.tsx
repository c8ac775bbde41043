import { useState } from 'react';
import {
  IMPORT_CHOICE_LABELS,
  IMPORT_VERDICT_LABELS,
  type ImportChoice,
  type ImportVerdict,
} from '../../../shared/domain/scripts/script-file.ts';
import type {
  ScriptFileRequest,
  ScriptImportRow,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag, type Tone } from '../../ui/facts/tag.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { choiceOf } from './import-request.ts';
import { RowDetail } from './row-detail.tsx';

const ROW_HEIGHT = 48;
const TONES = {
  new: 'success',
  changed: 'accent',
  conflict: 'warning',
  same: 'neutral',
  invalid: 'danger',
} as const satisfies Record<ImportVerdict, Tone>;

type RowProps = { readonly row: ScriptImportRow; readonly choice: ImportChoice | null };

/** The words before the colon are enough in a list. */
const shortChoice = (choice: ImportChoice) => IMPORT_CHOICE_LABELS[choice].split('：', 1)[0];

function Row({ row, choice }: RowProps) {
  const isLeftOut = choice === 'skip';
  const says = row.reason === '' ? row.notes[0] : row.reason;
  return (
    <div className="exchange-row" data-is-left-out={isLeftOut}>
      <span className="exchange-row-no numeric muted">{row.row}</span>
      <span className="exchange-row-verdict">
        <Tag tone={TONES[row.verdict]}>{IMPORT_VERDICT_LABELS[row.verdict]}</Tag>
      </span>
      <span className="exchange-row-code truncate" title={row.code}>
        {row.code}
      </span>
      <span className="exchange-row-words">
        <span className="truncate">
          {row.title}
          {row.group !== '' && <span className="muted exchange-row-group">{row.group}</span>}
        </span>
        <span className="truncate muted">{row.text}</span>
      </span>
      <span className="exchange-row-says">
        {says !== undefined && (
          <span className="truncate" title={[row.reason, ...row.notes].filter(Boolean).join('\n')}>
            {says}
          </span>
        )}
        {choice !== null && row.verdict !== 'new' && (
          <span className="truncate muted">{shortChoice(choice)}</span>
        )}
        {row.verdict === 'new' && isLeftOut && <span className="muted">跳过</span>}
      </span>
    </div>
  );
}

type ImportListProps = {
  readonly rows: readonly ScriptImportRow[];
  readonly request: ScriptFileRequest;
  readonly onChoice: (row: number, choice: ImportChoice) => void;
};

/** The rows of the file, and beside them what is to be known of one. */
export function ImportList({ rows, request, onChoice }: ImportListProps) {
  const [selected, setSelected] = useState<string | null>(null);
  const open = rows.find(({ row }) => row.toString() === selected) ?? rows[0];
  if (open === undefined) return <EmptyState title="没有这样的行" hint="换一个筛选条件查看" />;
  return (
    <div className="exchange-body">
      <VirtualList
        label="文件中的话术"
        count={rows.length}
        rowHeight={ROW_HEIGHT}
        rowKey={(index) => rows[index]?.row.toString()}
        selectedKey={open.row.toString()}
        onSelect={setSelected}
        renderRow={(index) => {
          const row = rows[index];
          return row === undefined ? null : <Row row={row} choice={choiceOf(row, request)} />;
        }}
      />
      <RowDetail
        row={open}
        choice={choiceOf(open, request)}
        onChoice={(choice) => onChoice(open.row, choice)}
      />
    </div>
  );
}
