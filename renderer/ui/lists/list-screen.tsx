import './list-screen.css';
import { Button, Dropdown } from 'antd';
import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useCopyClicked } from '../copy-button.tsx';
import { ErrorNote } from '../error-note.tsx';
import { Kbd } from '../facts/kbd.tsx';
import { Money } from '../facts/money.tsx';
import { inMain } from '../in-main.ts';
import { ColumnHeads } from './columns/column-heads.tsx';
import { type ListColumn, ListRow, tracksOf } from './columns/list-columns.tsx';
import type { Columns } from './columns/use-columns.ts';
import { type FilterChip, FilterChips } from './filter-chips.tsx';
import { ActionButtons, type ListAction, OpenForm } from './list-actions.tsx';
import type { ListWork } from './use-list-work.ts';
import { VirtualList, type VirtualListHandle } from './virtual-list.tsx';
import { rowIndexOf } from './virtual-list-keys.ts';

const ROW_HEIGHT = 34;

type Row = { readonly id: string };

type Props<R extends Row, Sort extends string> = {
  /** `订单`, counted in `单`. */
  readonly label: string;
  readonly unit: string;
  readonly bar: ReactNode;
  readonly chips: readonly FilterChip[];
  readonly onClear: () => void;
  /** Beside the list, on its left. */
  readonly rail?: ReactNode;
  /** Beside the list, on its right. */
  readonly sheet?: ReactNode;
  /** Instead of the list, when there is nothing in it. */
  readonly empty: ReactNode | null;
  readonly rows: readonly R[];
  readonly loadUpTo: (last: number) => void;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly columns: Columns<ListColumn<R, Sort>>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly work: ListWork;
  readonly onOpen: (row: R) => void;
  readonly actions: readonly ListAction<R>[];
  readonly moneyOf: (row: R) => number | null;
  /** The whole list in numbers. */
  readonly totals: ReactNode;
};

/**
 * A screen that is a list: searched above, worked through by keys, with many rows at once by the bar below it and by the
 * same menu under the pointer. Orders and refunds are this.
 */
export function ListScreen<R extends Row, Sort extends string>(props: Props<R, Sort>) {
  const { label, rows, columns, work, actions } = props;
  const { selectedId, index, marked } = work;
  const { drawn, measureList } = columns;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const handle = useRef<VirtualListHandle>(null);
  const areMarked = marked.size > 0;
  const chosen = rows.filter(({ id }) => (areMarked ? marked.has(id) : id === selectedId));
  const tracks = tracksOf(drawn);

  // The agent comes back to the row that they left, as soon as it is loaded.
  const comeBack = useEffectEvent(() => {
    if (index > 0 && index < rows.length && rows[index]?.id === selectedId) handle.current?.moveTo(index);
  });
  const isLoaded = rows.length > 0;
  useEffect(() => {
    if (isLoaded) comeBack();
  }, [isLoaded]);

  function select(id: string): void {
    work.select(
      id,
      rows.findIndex((row) => row.id === id),
    );
  }
  function open(id: string | null): void {
    const row = rows.find((one) => one.id === id);
    if (row) props.onOpen(row);
  }
  function done(): void {
    setOpenKey(null);
    work.unmark();
    work.focus();
  }
  function act(action: ListAction<R>): void {
    if ('Form' in action) setOpenKey(openKey === action.key ? null : action.key);
    else action.run(chosen);
  }
  function choose(event: MouseEvent): void {
    const row = rows[rowIndexOf(event)];
    if (!row || marked.has(row.id)) return;
    work.unmark();
    select(row.id);
  }

  const menu = {
    items: [
      { key: 'open', label: '打开', disabled: chosen.length !== 1 },
      { type: 'divider' as const },
      ...actions.map((action) => ({
        key: action.key,
        label: action.label,
        disabled: !action.isPossible(chosen),
      })),
    ],
    onClick: ({ key }: { readonly key: string }) => {
      const action = actions.find((one) => one.key === key);
      if (action) act(action);
      else open(chosen[0]?.id ?? null);
    },
  };
  const copyClicked = useCopyClicked();
  const amounts = chosen.flatMap((row) => props.moneyOf(row) ?? []);
  return (
    <div className="screen list-screen">
      {props.bar}
      <FilterChips chips={props.chips} onClear={props.onClear} />
      {props.error && <ErrorNote error={props.error} onRetry={props.onRetry} />}
      <div className="list-screen-columns">
        {props.rail}
        <div ref={measureList} className="list-screen-main">
          {props.empty ?? (
            <>
              <ColumnHeads columns={columns} tracks={tracks} sort={props.sort} onSort={props.onSort} />
              <Dropdown trigger={['contextMenu']} getPopupContainer={inMain} menu={menu}>
                <div className="list-screen-list" onContextMenuCapture={choose} onClickCapture={copyClicked}>
                  <VirtualList
                    label={label}
                    listRef={work.listRef}
                    handle={handle}
                    count={rows.length}
                    rowHeight={ROW_HEIGHT}
                    rowKey={(at) => rows[at]?.id}
                    selectedKey={selectedId}
                    onSelect={select}
                    onOpen={open}
                    onVisible={(_, last) => props.loadUpTo(last)}
                    marked={marked}
                    onMark={work.mark}
                    renderRow={(at) => {
                      const row = rows[at];
                      return row && <ListRow row={row} columns={drawn} tracks={tracks} />;
                    }}
                  />
                </div>
              </Dropdown>
              <section className="list-chosen" aria-label={`处理所选${label}`}>
                <OpenForm actions={actions} chosen={chosen} openKey={openKey} onDone={done} />
                <div className="list-chosen-line">
                  <span className="numeric" aria-live="polite">
                    {areMarked ? (
                      <>
                        已选 {chosen.length} {props.unit}
                        {amounts.length > 0 && (
                          <>
                            {' · '}
                            <Money fen={amounts.reduce((sum, fen) => sum + fen)} isStrong />
                          </>
                        )}
                      </>
                    ) : (
                      props.totals
                    )}
                  </span>
                  {chosen.length === 0 ? (
                    <span className="muted">
                      <Kbd keys="↓" /> 选一行，或点选多行一起处理
                    </span>
                  ) : (
                    <>
                      <Button
                        type="primary"
                        disabled={chosen.length !== 1}
                        onClick={() => open(chosen[0]?.id ?? null)}
                      >
                        打开 <Kbd keys="Enter" />
                      </Button>
                      <ActionButtons actions={actions} chosen={chosen} openKey={openKey} onAct={act} />
                    </>
                  )}
                </div>
              </section>
            </>
          )}
        </div>
        {props.sheet}
      </div>
    </div>
  );
}
