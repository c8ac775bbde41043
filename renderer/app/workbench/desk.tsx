import './columns/columns.css';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { DataAgeStrip } from '../../features/data-age/data-age-strip.tsx';
import { HandoverStrip } from '../../features/handover-panel/handover-strip.tsx';
import { type QueueHandle, QueuePanel, type QueuePlace } from '../../features/queue/queue-panel.tsx';
import { MissedNote } from '../../features/reminders/missed-note.tsx';
import type { ScriptPickerHandle } from '../../features/scripts/script-picker.tsx';
import { type Selection, useNavigation } from '../../lib/place/navigation.ts';
import type { PanelIntent } from '../../lib/place/subject-panel.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import type { Arrival } from './arrivals.ts';
import { Columns } from './columns/columns.tsx';
import { useLayout } from './columns/use-layout.ts';
import { DayAchieved } from './day-achieved.tsx';
import { useFollowedByPalette } from './follow-occasion.ts';
import { QueueSteps } from './queue-steps.tsx';
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
  useEffect(() => {
    if (!arrival) return;
    arrival.onShown();
    if (arrival.kind === 'due') {
      queue.current?.show('todo');
      queue.current?.focus();
    } else scripts.current?.focus();
  }, [arrival, queue, scripts]);
}

/** The occasion that scripts are looked for: the order that is open, or the one that another subject belongs to. */
function occasionOf({ subject, taskId }: Selection, intent: PanelIntent): ScriptOccasion {
  const { orderId = idIn(subject, 'order'), reason = null, isBargaining, agreedAtMs } = intent;
  const refundId = idIn(subject, 'refund');
  const parcelId = idIn(subject, 'parcel');
  const caseId = idIn(subject, 'case');
  return {
    orderId,
    taskId,
    reason,
    ...(refundId === null ? {} : { refundId }),
    ...(parcelId === null ? {} : { parcelId }),
    ...(caseId === null ? {} : { caseId }),
    ...(isBargaining === undefined ? {} : { isBargaining }),
    ...(agreedAtMs === undefined ? {} : { agreedAtMs }),
  };
}

function focusFacts(): void {
  const body = document.querySelector<HTMLElement>('.work-body');
  body?.setAttribute('tabindex', '-1');
  body?.focus();
}

/** A sheet of the shift or a bulletin is no customer's. */
const isAboutACustomer = ({ orderId, refundId, parcelId, caseId }: ScriptOccasion): boolean =>
  [orderId, refundId, parcelId, caseId].some((id) => id !== null && id !== undefined);

/** Queue, subject and scripts side by side; none of them knows the others. */
export function Desk({ arrival }: { readonly arrival: Arrival | null }) {
  const { selection, openSubject, closeSubject, goBack, openScreen, openScriptPage } = useNavigation();
  const { wantedScript, takeWantedScript } = useNavigation();
  const { subject, taskId } = selection;
  const [intent, tellIntent] = useIntentOf(subject);
  const queue = useRef<QueueHandle>(null);
  const scripts = useRef<ScriptPickerHandle>(null);
  const occasion = occasionOf(selection, intent);
  const layout = useLayout();
  const focusScripts = () => scripts.current?.focus();
  const isSpokenOf = subject === null || isAboutACustomer(occasion);
  function focusOpened(): void {
    if (layout !== 'narrow') queue.current?.focus();
    else if (isSpokenOf) focusScripts();
    else focusFacts();
  }

  async function showDetails(): Promise<void> {
    const hit = await scripts.current?.active();
    if (hit) openScriptPage(hit.script.id);
  }

  useShortcut(SHORTCUTS.scriptPage, () => void showDetails());
  useShortcut(SHORTCUTS.queue, () => queue.current?.focus());
  useShortcut(SHORTCUTS.scripts, focusScripts);
  useShortcut(SHORTCUTS.facts, focusFacts, layout !== 'wide');
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

  const queuePanel = (onPlace?: (place: QueuePlace) => void) => (
    <QueuePanel
      ref={queue}
      selectedTaskId={taskId}
      isNothingOpen={subject === null}
      onSelect={({ task }) => openSubject(task.subject, task.id)}
      onOpen={focusScripts}
      onImport={() => openScreen('imports')}
      onPlace={onPlace}
      achieved={<DayAchieved />}
    />
  );
  const subjectPane = (
    <SubjectPane
      subject={subject}
      taskId={taskId}
      openSubject={openSubject}
      intent={intent}
      onIntent={tellIntent}
      onWords={focusScripts}
      onGone={closeSubject}
      onAdvance={() => queue.current?.advance()}
      onUnfocused={focusOpened}
    />
  );
  const scriptsPanel = (
    <Suspense fallback={<section className="panel" aria-label="话术" />}>
      <ScriptsPanel
        ref={scripts}
        occasion={occasion}
        onLeave={() => queue.current?.focus()}
        onForgetReason={() => {
          tellIntent({ reason: undefined });
          focusScripts();
        }}
        onDetails={() => void showDetails()}
      />
    </Suspense>
  );

  return (
    <>
      <DataAgeStrip takesFocus={subject === null} />
      <HandoverStrip
        openId={idIn(subject, 'handover')}
        onOpen={(id) => openSubject(asSubject('handover', id))}
      />
      <MissedNote onShow={() => queue.current?.show('missed')} />
      <div className="workbench-columns">
        <Columns
          layout={layout}
          isSpokenOf={isSpokenOf}
          queue={queuePanel}
          subject={subjectPane}
          scripts={scriptsPanel}
          renderSteps={(place) => <QueueSteps queue={queue} place={place} />}
          onChosen={focusScripts}
          onFacts={focusFacts}
        />
      </div>
    </>
  );
}
