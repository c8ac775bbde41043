import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';
import './workbench.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { OrderId } from '../../shared/domain/ids.ts';

import type { ScriptIntent, ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import { OrderPanel } from '../features/order-panel/order-panel.tsx';
import { type QueueHandle, QueuePanel } from '../features/queue/queue-panel.tsx';
import { MissedNote } from '../features/reminders/missed-note.tsx';
import type { ScriptPickerHandle } from '../features/scripts/script-picker.tsx';
import { useNavigation } from '../lib/navigation.ts';
import { useShortcut } from '../lib/shortcuts.ts';
import { SplitColumns } from '../ui/split-columns.tsx';
import type { Arrival } from './arrivals.ts';
import { useFollowedByPalette } from './follow-order.ts';

// After the queue: what an agent looks at first is not to wait for the library.
const ScriptsPanel = lazy(async () => ({
  default: (await import('../features/scripts/scripts-panel.tsx')).ScriptsPanel,
}));

const OrderCases = lazy(async () => ({
  default: (await import('../features/script-page/order-cases.tsx')).OrderCases,
}));

type ReasonOf = { readonly orderId: OrderId; readonly reason: UnpaidReason };

/** Clicking a reminder is as good as Enter in the queue: the next key copies. */
function useArrival(
  arrival: Arrival | null,
  queue: { current: QueueHandle | null },
  scripts: { current: ScriptPickerHandle | null },
) {
  const handled = useRef<number>(0);
  useEffect(() => {
    if (!arrival || handled.current === arrival.no) return;
    handled.current = arrival.no;
    if (arrival.kind === 'digest') {
      queue.current?.showDue('now');
      queue.current?.focus();
    } else scripts.current?.focus();
  }, [arrival, queue, scripts]);
}

/** The home screen joins queue, order and scripts; none of them knows the others. */
export function Workbench({ arrival }: { readonly arrival: Arrival | null }) {
  const { selection, openOrder, closeOrder, openScreen, wantedScript, takeWantedScript, openScriptPage } =
    useNavigation();
  const [intent, setIntent] = useState<ScriptIntent>({});
  const [reasonOf, setReasonOf] = useState<ReasonOf | null>(null);
  const queue = useRef<QueueHandle>(null);
  const scripts = useRef<ScriptPickerHandle>(null);

  const orderId = selection?.orderId ?? null;
  const taskId = selection?.taskId ?? null;
  const reason = reasonOf && reasonOf.orderId === orderId ? reasonOf.reason : null;
  const occasion: ScriptOccasion = { orderId, taskId, reason, ...intent };

  async function showDetails(): Promise<void> {
    const hit = await scripts.current?.active();
    if (hit) openScriptPage(hit.script.id);
  }

  useShortcut('scriptPage', () => void showDetails());
  useShortcut('queue', () => queue.current?.focus());
  useShortcut('scripts', () => scripts.current?.focus());
  useShortcut('next', () => queue.current?.move(1));
  useShortcut('previous', () => queue.current?.move(-1));
  useArrival(arrival, queue, scripts);
  useFollowedByPalette({ orderId, taskId, reason });

  useEffect(() => {
    if (wantedScript === null) return;
    scripts.current?.search(wantedScript);
    takeWantedScript();
  }, [wantedScript, takeWantedScript]);

  return (
    <div className="workbench">
      <MissedNote onShow={() => queue.current?.showDue('missed')} />
      <div className="workbench-columns">
        <SplitColumns
          name="workbench"
          left={
            <QueuePanel
              ref={queue}
              selectedTaskId={taskId}
              isNothingOpen={orderId === null}
              onSelect={({ task }) => task.subject.kind === 'order' && openOrder(task.subject.id, task.id)}
              onOpen={() => scripts.current?.focus()}
              onImport={() => openScreen('imports')}
            />
          }
          middle={
            <OrderPanel
              orderId={orderId}
              taskId={taskId}
              reason={reason}
              onReason={(next) => setReasonOf(orderId && next ? { orderId, reason: next } : null)}
              onIntent={setIntent}
              onOffered={() => scripts.current?.focus()}
              onTask={(next) => orderId && openOrder(orderId, next)}
              onOpenOrder={openOrder}
              onGone={closeOrder}
              onAdvance={() => queue.current?.advance()}
              onUnfocused={() => queue.current?.focus()}
              aboveTimeline={
                orderId && (
                  <Suspense fallback={null}>
                    <OrderCases key={orderId} orderId={orderId} onOpenScript={openScriptPage} />
                  </Suspense>
                )
              }
            />
          }
          right={
            <Suspense fallback={<section className="panel" aria-label="话术" />}>
              <ScriptsPanel
                ref={scripts}
                occasion={occasion}
                onLeave={() => queue.current?.focus()}
                onDetails={() => void showDetails()}
              />
            </Suspense>
          }
        />
      </div>
    </div>
  );
}
