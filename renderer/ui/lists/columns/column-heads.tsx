import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { type PointerEvent, useRef } from 'react';
import { useDragOrder } from '../use-drag-order.ts';
import type { ListColumn } from './list-columns.tsx';
import type { Columns } from './use-columns.ts';

type Sorting<Sort extends string> = { readonly sort: Sort; readonly onSort: (sort: Sort) => void };

function SortHead<Row, Sort extends string>({
  column,
  sort,
  onSort,
}: Sorting<Sort> & { readonly column: ListColumn<Row, Sort> }) {
  const { title, sorts } = column;
  if (!sorts) return title;
  const { down, up } = sorts;
  const [first, second] = sorts.isUpFirst === true ? [up, down] : [down, up];
  const next = sort === first ? second : first;
  return (
    <button
      type="button"
      className="list-sort"
      data-is-sorted={sort === down || sort === up || undefined}
      title={`按${title}排序`}
      onClick={() => next !== undefined && onSort(next)}
    >
      {title}
      {sort === down && <ArrowDownOutlined aria-label="从大到小" />}
      {sort === up && <ArrowUpOutlined aria-label="从小到大" />}
    </button>
  );
}

type EdgeProps = { readonly onWidth: (width: number | null) => void };

/** For the mouse; keys change the width in the menu of the columns. */
function Edge({ onWidth }: EdgeProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  function begin(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
  }
  return (
    <span
      className="list-column-edge"
      aria-hidden="true"
      title="拖动调列宽，双击还原"
      // The head around it is dragged to another place; at its edge nothing is.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (start.current) onWidth(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => onWidth(null)}
    />
  );
}

type HeadsProps<Row, Sort extends string> = Sorting<Sort> & {
  readonly columns: Columns<ListColumn<Row, Sort>>;
  readonly tracks: string;
};

/** A click on a head sorts, dragging it moves the column, dragging its edge makes it wider. */
export function ColumnHeads<Row, Sort extends string>(props: HeadsProps<Row, Sort>) {
  const { columns, tracks, ...sorting } = props;
  const dragOf = useDragOrder(
    columns.all.map(({ key }) => key),
    columns.order,
  );
  return (
    <div className="list-row list-columns-head" style={{ gridTemplateColumns: tracks }}>
      {columns.drawn.map((column) => (
        <span
          key={column.key}
          className="list-column-head"
          data-column={column.key}
          data-is-right={column.isRight || undefined}
          title={column.unsorted}
          {...dragOf(column.key)}
        >
          <span className="truncate">
            <SortHead column={column} {...sorting} />
          </span>
          <Edge onWidth={(width) => columns.widen(column.key, width)} />
        </span>
      ))}
    </div>
  );
}
