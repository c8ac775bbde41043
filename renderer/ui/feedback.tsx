import { Button } from 'antd';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toFailure } from '../../shared/errors.ts';
import { SECOND } from '../../shared/time/durations.ts';
import { SHORTCUTS, useShortcut } from '../lib/shortcuts.ts';
import { after } from '../lib/timers.ts';
import { Kbd } from './kbd.tsx';

/** Long enough to notice the wrong order, short enough not to be in the way. */
const SHOWN_MS = 8 * SECOND;

type Undo = () => Promise<unknown>;
type Toast = {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly undo: Undo | null;
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

/** Tells what an action did and takes it back. One message at a time: the last one is what the agent did last. */
export function FeedbackProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const count = useRef(0);

  const show = useCallback((kind: Toast['kind'], text: string, undo: Undo | null) => {
    count.current += 1;
    setToast({ id: count.current, kind, text, undo });
  }, []);

  const feedback = useMemo<Feedback>(
    () => ({
      done: (message, options) => show('done', message, options?.undo ?? null),
      fail: (error) => show('failed', toFailure(error).message, null),
    }),
    [show],
  );

  useEffect(() => {
    if (!toast) return undefined;
    return after(SHOWN_MS, () => setToast(null));
  }, [toast]);

  function takeBack({ undo }: Toast): void {
    setToast(null);
    undo?.().then(
      () => feedback.done('已撤销'),
      (error: unknown) => feedback.fail(error),
    );
  }

  useShortcut('undo', () => {
    if (!toast?.undo || isTyping()) return false;
    takeBack(toast);
    return true;
  });

  return (
    <FeedbackContext value={feedback}>
      {children}
      <div className="toasts">{toast && <ToastRow key={toast.id} toast={toast} onUndo={takeBack} />}</div>
    </FeedbackContext>
  );
}
