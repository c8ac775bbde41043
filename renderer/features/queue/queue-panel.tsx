import './queue.css';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { TASK_KINDS, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { AMOUNT_AT_RISK } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import type { QueueCounts, QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { Money } from '../../ui/facts/money.tsx';
import { VirtualList, type VirtualListHandle } from '../../ui/lists/virtual-list.tsx';
import { MarkedBar } from './marked-bar.tsx';
import { QueueBar } from './queue-bar.tsx';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueRowView } from './queue-row-view.tsx';
import { QueueView, START_VIEW, widened } from './queue-view.ts';
import { useMarks } from './use-marks.ts';
import { useQueueRows } from './use-queue-rows.ts';

const ROW_HEIGHT = 52;

/** The word for the money of all that is shown, where its kinds agree on one. */
function moneyWord({ kind }: QueueView, counts: QueueCounts | undefined): string {
  const shown = kind === null ? TASK_KINDS.filter((one) => (counts?.byKind[one] ?? 0) > 0) : [kind];
  const words = new Set(shown.map((one) => taskKindSpec(one).money));
  const [first = AMOUNT_AT_RISK] = words;
  return words.size > 1 ? AMOUNT_AT_RISK : first;
}

export type QueueHandle = {
  readonly focus: () => void;
  /** Selects the row so many places further; at the end, the last one stays. */
  readonly move: (step: number) => void;
  /** The selected task is dealt with: on to the next one, from the last one back to the one before. */
  readonly advance: () => void;
  /** Shows everything that is due, whatever was filtered. */
  readonly showDue: (bucket: 'now' | 'missed') => void;
};

type QueuePanelProps = {
  readonly selectedTaskId: TaskId | null;
  /** The queue then offers its first row. */
  readonly isNothingOpen: boolean;
  readonly onSelect: (row: QueueRow) => void;
  /** Enter: the agent wants to work on it. */
  readonly onOpen: () => void;
  readonly onImport: () => void;
  readonly ref?: Ref<QueueHandle>;
};

/** The one queue (X1): everything with a deadline, by time left or money at risk. */
export function QueuePanel(props: QueuePanelProps) {
  const { selectedTaskId, isNothingOpen, onSelect, onOpen, onImport, ref } = props;
  const [view, setView] = useViewState('queue', QueueView, START_VIEW);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const walk = useRef<VirtualListHandle>(null);
  const cursor = useRef(-1);
  const { shops } = useAppState();
  const rows = useQueueRows(view);

  const index = rows.indexOfTask(selectedTaskId);
  const selectedMatter = rows.rowAt(index)?.task.matter ?? null;
  const marks = useMarks((matter) => rows.rowAt(rows.indexOf(matter)));
  useEffect(() => {
    // A task that has gone leaves the cursor where it was.
    if (index >= 0) cursor.current = index;
  }, [index]);

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
    else walk.current?.moveTo(index + (index < rows.total - 1 ? 1 : -1));
  }

  useImperativeHandle(ref, () => ({
    focus: () => list.current?.focus(),
    move: (step) => walk.current?.moveTo(cursor.current + step),
    advance,
    showDue: (bucket) => setView({ ...widened(view), bucket }),
  }));

  // The first row is the most urgent one: an agent who comes to an empty panel should have it before them.
  const top = rows.rowAt(0);
  useEffect(() => {
    if (isNothingOpen && top) onSelect(top);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNothingOpen, top?.task.id]);

  function showHandOver(isShown: boolean): void {
    setIsHandingOver(isShown);
    if (!isShown) list.current?.focus();
  }

  function finishMarked(): void {
    showHandOver(false);
    marks.clear();
  }

  const isEmpty = rows.isLoaded && rows.total === 0;
  return (
    <section className="panel queue" aria-label="待办队列">
      <QueueBar view={view} counts={rows.counts} onView={setView} onLeave={() => list.current?.focus()} />
      <div className="queue-list">
        {isEmpty ? (
          <QueueEmpty view={view} onView={setView} onImport={onImport} />
        ) : (
          <VirtualList
            label="待办"
            listRef={list}
            handle={walk}
            count={rows.total}
            rowHeight={ROW_HEIGHT}
            rowKey={(at) => rows.rowAt(at)?.task.matter}
            selectedKey={selectedMatter}
            indexOf={rows.indexOf}
            onSelect={(key) => selectAt(rows.indexOf(key))}
            onOpen={onOpen}
            onVisible={rows.showRange}
            marked={marks.matters}
            onMark={marks.mark}
            renderRow={(at) => {
              const row = rows.rowAt(at);
              return (
                row && (
                  <QueueRowView
                    row={row}
                    hasManyShops={shops.length > 1}
                    isMissed={view.bucket === 'missed'}
                  />
                )
              );
            }}
          />
        )}
      </div>
      <MarkedBar
        cardCount={marks.matters.size}
        taskIds={marks.taskIds}
        isHandingOver={isHandingOver}
        onHandingOver={showHandOver}
        onFinish={finishMarked}
      />
      <footer className="queue-footer numeric">
        <span>共 {rows.total} 项</span>
        <span>
          {moneyWord(view, rows.counts)} <Money fen={rows.counts?.amountAtRiskFen ?? 0} isStrong />
        </span>
      </footer>
    </section>
  );
}
