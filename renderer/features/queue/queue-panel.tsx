import './queue.css';
import './queue-row.css';
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { QueueTab } from '../../../shared/domain/tasks/queue-place.ts';
import type { QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { VirtualList, type VirtualListHandle } from '../../ui/lists/virtual-list.tsx';
import { rowIndexOf } from '../../ui/lists/virtual-list-keys.ts';
import { AgainstStrip } from './against-strip.tsx';
import { MarkedBar } from './marks/marked-bar.tsx';
import { type MarkedForm, takenAtOnce, useQueueActs } from './marks/queue-acts.ts';
import { QueueMenu } from './marks/queue-menu.tsx';
import { useMarks } from './marks/use-marks.ts';
import { MissedStrip } from './missed-strip.tsx';
import { QueueBar } from './queue-bar.tsx';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueRowView } from './queue-row-view.tsx';
import { type QueueView, widened } from './queue-view.ts';
import { useQueueRows } from './use-queue-rows.tsx';
import { useQueueView } from './use-queue-view.ts';

/** Eleven of them on the commonest office screen. */
const ROW_HEIGHT = 40;

export type QueuePlace = { readonly at: number; readonly count: number };

export type QueueHandle = {
  readonly focus: () => void;
  /** Selects the row so many places further; at the end, the last one stays. */
  readonly move: (step: number) => void;
  /** The selected task is dealt with: on to the next one, from the last one back to the one before. */
  readonly advance: () => void;
  /** Shows all of that tab, whatever was filtered. */
  readonly show: (tab: QueueTab) => void;
};

type QueuePanelProps = {
  readonly selectedTaskId: TaskId | null;
  /** The queue then offers its first row. */
  readonly isNothingOpen: boolean;
  readonly onSelect: (row: QueueRow) => void;
  /** Enter: the agent wants to work on it. */
  readonly onOpen: () => void;
  readonly onImport: () => void;
  /** Where the row that is open stands, from 0; -1 for one that is not listed. */
  readonly onPlace?: ((place: QueuePlace) => void) | undefined;
  /** Told at the end of the queue: what came of the day. */
  readonly achieved?: ReactNode;
  readonly ref?: Ref<QueueHandle>;
};

const listOf = (row: QueueRow | undefined): readonly QueueRow[] => (row ? [row] : []);

/** The one queue (X1): everything with a deadline, what is lost soonest and dearest first. */
export function QueuePanel(props: QueuePanelProps) {
  const { selectedTaskId, isNothingOpen, onSelect, onOpen, onImport, ref } = props;
  const [view, setView] = useQueueView();
  const [isAgainstOpen, setIsAgainstOpen] = useState(false);
  const [form, setForm] = useState<MarkedForm | null>(null);
  const [menuRow, setMenuRow] = useState<QueueRow | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const walk = useRef<VirtualListHandle>(null);
  const cursor = useRef(-1);
  const { shops } = useAppState();
  const rows = useQueueRows(view, isAgainstOpen);

  const index = rows.indexOfTask(selectedTaskId);
  const selected = rows.rowAt(index);
  const selectedMatter = selected?.task.matter ?? null;
  const marks = useMarks((matter) => rows.rowAt(rows.indexOf(matter)));
  const isMarked = marks.rows.length > 0;
  useEffect(() => {
    // A task that has gone leaves the cursor where it was.
    if (index >= 0) cursor.current = index;
  }, [index]);

  const { listed } = rows;
  const tellPlace = useEffectEvent((place: QueuePlace) => props.onPlace?.(place));
  const isPlaceAsked = props.onPlace !== undefined;
  useEffect(() => {
    if (isPlaceAsked) tellPlace({ at: index, count: listed });
  }, [index, listed, isPlaceAsked]);

  function selectAt(at: number): void {
    const row = rows.rowAt(at);
    if (!row) return;
    rows.setCursor(at);
    onSelect(row);
  }

  function advance(): void {
    marks.unmark(selectedMatter);
    // An order that was found elsewhere is no row: the agent comes back to where the queue was left.
    if (index < 0) walk.current?.moveTo(cursor.current);
    else walk.current?.moveTo(index + (index < rows.listed - 1 ? 1 : -1));
  }

  function changeView(next: QueueView): void {
    marks.clear();
    setView(next);
  }

  useImperativeHandle(ref, () => ({
    focus: () => list.current?.focus(),
    move: (step) => walk.current?.moveTo(cursor.current + step),
    advance,
    show: (bucket) => changeView({ ...widened(view), bucket }),
  }));

  // The first row is the most urgent one: an agent who comes to an empty panel should have it before them.
  const top = rows.rowAt(0);
  useEffect(() => {
    if (isNothingOpen && top) onSelect(top);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNothingOpen, top?.task.id]);

  function showForm(next: MarkedForm | null): void {
    setForm(next);
    if (next === null) list.current?.focus();
  }
  function finishMarked(): void {
    showForm(null);
    marks.clear();
  }

  // The keys act on all that is marked, else on the row that is open.
  const taken = takenAtOnce(marks.rows);
  const keyActs = useQueueActs({
    rows: isMarked ? taken : listOf(selected),
    tab: view.bucket,
    onDone: isMarked ? finishMarked : advance,
  });
  useShortcut(SHORTCUTS.skip, keyActs.skip.run, keyActs.skip.isPossible);
  const menuActs = useQueueActs({
    rows: menuRow === null ? taken : [menuRow],
    tab: view.bucket,
    onDone: finishMarked,
  });

  /** At the row under the mouse, else the one that is open: a key of the menu is pressed on the list. */
  function aimMenu(event: MouseEvent): void {
    const row = rows.rowAt(rowIndexOf(event)) ?? selected;
    const isOne = row !== undefined && !marks.matters.has(row.task.matter);
    if (isOne) marks.clear();
    setMenuRow(isOne ? row : null);
  }
  function openForm(next: MarkedForm): void {
    if (menuRow !== null) marks.mark([menuRow.task.matter]);
    setForm(next);
  }

  const isEmpty = rows.isLoaded && rows.total === 0;
  return (
    <section className="panel queue" aria-label="待办队列">
      <QueueBar view={view} counts={rows.counts} onView={changeView} onLeave={() => list.current?.focus()} />
      {isEmpty ? (
        <div className="queue-list">
          <QueueEmpty view={view} onView={setView} onImport={onImport} achieved={props.achieved} />
        </div>
      ) : (
        <QueueMenu acts={menuActs} onForm={openForm}>
          <div className="queue-list" onContextMenuCapture={aimMenu}>
            <VirtualList
              label="待办"
              listRef={list}
              handle={walk}
              count={rows.listed}
              rowHeight={ROW_HEIGHT}
              heads={rows.heads}
              rowKey={(at) => rows.rowAt(at)?.task.matter}
              selectedKey={selectedMatter}
              indexOf={rows.indexOf}
              onSelect={(key) => selectAt(rows.indexOf(key))}
              onOpen={onOpen}
              onVisible={rows.showRange}
              marked={marks.matters}
              onMark={marks.mark}
              renderRow={(at, state) => {
                const row = rows.rowAt(at);
                return (
                  row && <QueueRowView row={row} hasManyShops={shops.length > 1} isMarked={state.isMarked} />
                );
              }}
            />
          </div>
        </QueueMenu>
      )}
      <AgainstStrip
        view={view}
        count={rows.against}
        before={rows.total - rows.against}
        isOpen={isAgainstOpen}
        onOpen={setIsAgainstOpen}
      />
      {view.bucket === 'missed' && <MissedStrip view={view} count={rows.total} />}
      <MarkedBar
        rows={taken}
        markedCount={marks.rows.length}
        acts={keyActs}
        form={form}
        onForm={showForm}
        onFinish={finishMarked}
      />
      <QueueFooter view={view} counts={rows.counts} />
    </section>
  );
}
