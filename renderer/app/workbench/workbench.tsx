import './workbench.css';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { idIn } from '../../../shared/domain/subjects/subject.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { type QueueHandle, QueuePanel } from '../../features/queue/queue-panel.tsx';
import { MissedNote } from '../../features/reminders/missed-note.tsx';
import type { ScriptPickerHandle } from '../../features/scripts/script-picker.tsx';
import { type Selection, useNavigation } from '../../lib/place/navigation.ts';
import type { PanelIntent } from '../../lib/place/subject-panel.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { SplitColumns } from '../../ui/lists/split-columns.tsx';
import type { Arrival } from './arrivals.ts';
import { useFollowedByPalette } from './follow-occasion.ts';
import { SubjectPane } from './subject-pane.tsx';
import { useIntentOf } from './use-intent-of.ts';

// After the queue: what an agent looks at first is not to wait for the library.
const ScriptsPanel = lazy(async () => ({
  default: (await import('../../features/scripts/scripts-panel.tsx')).ScriptsPanel,
}));

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

/** The occasion that scripts are looked for: the order that is open, or the one that another subject belongs to. */
function occasionOf({ subject, taskId }: Selection, intent: PanelIntent): ScriptOccasion {
  const { orderId = idIn(subject, 'order'), reason = null, isBargaining, agreedAtMs } = intent;
  const refundId = idIn(subject, 'refund');
  return {
    orderId,
    taskId,
    reason,
    ...(refundId === null ? {} : { refundId }),
    ...(isBargaining === undefined ? {} : { isBargaining }),
    ...(agreedAtMs === undefined ? {} : { agreedAtMs }),
  };
}

/** The home screen joins queue, subject and scripts; none of them knows the others. */
export function Workbench({ arrival }: { readonly arrival: Arrival | null }) {
  const { selection, openSubject, closeSubject, goBack, openScreen, openScriptPage } = useNavigation();
  const { wantedScript, takeWantedScript } = useNavigation();
  const { subject, taskId } = selection;
  const [intent, tellIntent] = useIntentOf(subject);
  const queue = useRef<QueueHandle>(null);
  const scripts = useRef<ScriptPickerHandle>(null);
  const occasion = occasionOf(selection, intent);

  async function showDetails(): Promise<void> {
    const hit = await scripts.current?.active();
    if (hit) openScriptPage(hit.script.id);
  }

  useShortcut(SHORTCUTS.scriptPage, () => void showDetails());
  useShortcut(SHORTCUTS.queue, () => queue.current?.focus());
  useShortcut(SHORTCUTS.scripts, () => scripts.current?.focus());
  useShortcut(SHORTCUTS.next, () => queue.current?.move(1));
  useShortcut(SHORTCUTS.previous, () => queue.current?.move(-1));
  useShortcut(SHORTCUTS.back, goBack);
  useArrival(arrival, queue, scripts);
  useFollowedByPalette(occasion);

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
              isNothingOpen={subject === null}
              onSelect={({ task }) => openSubject(task.subject, task.id)}
              onOpen={() => scripts.current?.focus()}
              onImport={() => openScreen('imports')}
            />
          }
          middle={
            <SubjectPane
              subject={subject}
              taskId={taskId}
              openSubject={openSubject}
              intent={intent}
              onIntent={tellIntent}
              onWords={() => scripts.current?.focus()}
              onGone={closeSubject}
              onAdvance={() => queue.current?.advance()}
              onUnfocused={() => queue.current?.focus()}
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
