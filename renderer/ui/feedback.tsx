import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AgentId } from '../../shared/domain/ids.ts';
import { toFailure } from '../../shared/errors.ts';
import { SECOND } from '../../shared/time/durations.ts';
import { appQueries } from '../lib/main-process/app-state.ts';
import { SHORTCUTS, useShortcut } from '../lib/shortcuts.ts';
import { after } from '../lib/time/timers.ts';
import { Kbd } from './facts/kbd.tsx';

/** Long enough to notice the wrong order, short enough not to be in the way. */
const SHOWN_MS = 8 * SECOND;
/** A mere confirmation must be gone before it could be taken for one of the next order. */
const CONFIRMED_MS = 3 * SECOND;
const UNDOS_KEPT = 50;

/** If it answers with words, the agent is told them. */
type Undo = () => Promise<unknown>;
type Toast = {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly undo: Undo | null;
  /** The agent who was told; another agent does not undo it from here. */
  readonly agentId: AgentId | null | undefined;
};
export type Feedback = {
  readonly done: (message: string, options?: { readonly undo?: Undo }) => void;
  readonly fail: (error: unknown) => void;
};

const FeedbackContext = createContext<Feedback | null>(null);

export function useFeedback(): Feedback {
  const feedback = use(FeedbackContext);
  if (!feedback) throw new Error('useFeedback outside of its provider');
  return feedback;
}

/** In a text field Ctrl+Z takes back typing, not the last action. */
function isTyping(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && ['radio', 'checkbox'].includes(focused.type)) return false;
  return (
    (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) && focused.value !== ''
  );
}

function ToastRow({ toast, onUndo }: { readonly toast: Toast; readonly onUndo: (toast: Toast) => void }) {
  return (
    <div className="toast" data-kind={toast.kind} role={toast.kind === 'failed' ? 'alert' : 'status'}>
      <span>{toast.text}</span>
      {toast.undo && (
        <Button type="link" size="small" onClick={() => onUndo(toast)}>
          撤销 <Kbd keys={SHORTCUTS.undo.label} />
        </Button>
      )}
    </div>
  );
}

function shownMs({ kind, undo }: Toast): number {
  return kind === 'done' && undo === null ? CONFIRMED_MS : SHOWN_MS;
}

/**
 * Tells what an action did and takes it back. One message at a time: the last one is what the agent did last. What
 * can be taken back stays so after its message has gone, one action after the other, for the agent who did it.
 */
export function FeedbackProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const count = useRef(0);
  const undos = useRef<readonly Toast[]>([]);
  const { data: state } = useQuery({ ...appQueries.state(), throwOnError: false });
  const agentId = state?.currentAgentId;

  const shown = toast?.agentId === agentId ? toast : null;

  const show = useCallback(
    (kind: Toast['kind'], text: string, undo: Undo | null) => {
      count.current += 1;
      const next = { id: count.current, kind, text, undo, agentId };
      if (undo) undos.current = [...undos.current, next].slice(-UNDOS_KEPT);
      setToast(next);
    },
    [agentId],
  );

  const feedback = useMemo<Feedback>(
    () => ({
      done: (message, options) => show('done', message, options?.undo ?? null),
      fail: (error) => show('failed', toFailure(error).message, null),
    }),
    [show],
  );

  useEffect(() => {
    if (!toast) return undefined;
    return after(shownMs(toast), () => setToast(null));
  }, [toast]);

  function takeBack({ id, undo }: Toast): void {
    undos.current = undos.current.filter((one) => one.id !== id);
    setToast(null);
    undo?.().then(
      (message) => feedback.done(typeof message === 'string' ? message : '已撤销'),
      (error: unknown) => feedback.fail(error),
    );
  }

  useShortcut(SHORTCUTS.undo, () => {
    const last = undos.current.findLast((one) => one.agentId === agentId);
    if (!last || isTyping()) return false;
    takeBack(last);
    return true;
  });

  return (
    <FeedbackContext value={feedback}>
      {children}
      <div className="toasts">{shown && <ToastRow key={shown.id} toast={shown} onUndo={takeBack} />}</div>
    </FeedbackContext>
  );
}
