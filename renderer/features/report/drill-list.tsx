import { type ReactNode, useEffect, useRef, useState } from 'react';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';

const ROW_HEIGHT = 34;

type Props<Row> = {
  readonly label: string;
  /** The word that counts them, such as 笔. */
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly renderRow: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
};

/** The rows behind a number, the most money first; Enter opens one on the workbench. */
export function DrillList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { label, unit, rows, total, renderRow, onOpen } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const first = rows[0]?.id ?? null;
  useEffect(() => {
    if (first !== null) list.current?.focus();
  }, [first]);
  return (
    <>
      <p className="muted numeric">
        {total > rows.length
          ? `金额最高的 ${rows.length} ${unit}，共 ${total.toLocaleString('zh-CN')} ${unit}`
          : `${rows.length} ${unit}，按金额从高到低；Enter 打开`}
      </p>
      <div className="report-drill-list">
        <VirtualList
          label={label}
          listRef={list}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          rowKey={(index) => rows[index]?.id}
          selectedKey={chosen ?? first}
          onSelect={setChosen}
          onOpen={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row) onOpen(row);
          }}
          renderRow={(index) => {
            const row = rows[index];
            return row && renderRow(row);
          }}
        />
      </div>
    </>
  );
}
