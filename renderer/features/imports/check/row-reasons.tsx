import { useState } from 'react';
import type { RemarkedRow } from '../../../../shared/domain/import-run.ts';
import { VirtualList } from '../../../ui/lists/virtual-list.tsx';
import { useScaled } from '../../../ui/theme/text-scale.ts';

const ROW_HEIGHT = 30;
const ROWS_SEEN = 8;

/** The column, with the sheet before it where the file has rows on several. */
function placeOf(row: RemarkedRow | undefined): string {
  return row?.sheet === undefined ? (row?.column ?? '') : `${row.sheet} · ${row.column}`;
}

/** The rows that there is something to say of, cell by cell, so that they can be mended at their source. */
export function RowReasons({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly RemarkedRow[];
}) {
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const height = useScaled(ROW_HEIGHT) * Math.min(rows.length, ROWS_SEEN);
  return (
    <>
      <div className="imports-rejected-row imports-rejected-head" aria-hidden="true">
        <span>行</span>
        <span>列</span>
        <span>内容</span>
        <span>原因</span>
      </div>
      <div style={{ height }}>
        <VirtualList
          label={label}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          rowKey={(index) => index.toString()}
          selectedKey={selectedKey}
          onSelect={setSelectedKey}
          renderRow={(index) => {
            const row = rows[index];
            return (
              <div className="imports-rejected-row">
                <span className="numeric">{row?.row}</span>
                <span className="truncate" title={placeOf(row)}>
                  {placeOf(row)}
                </span>
                <span className="truncate" title={row?.value}>
                  {row?.value === '' ? <span className="muted">空</span> : row?.value}
                </span>
                <span className="truncate" title={row?.reason}>
                  {row?.reason}
                </span>
              </div>
            );
          }}
        />
      </div>
    </>
  );
}
