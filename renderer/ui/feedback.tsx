import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AgentId } from '../../shared/domain/ids.ts';
import { toFailure } from '../../shared/errors.ts';
import { SECOND } from '../../shared/time/durations.ts';
import { appQueries } from '../lib/main-process/app-state.ts';
import { call } from '../lib/main-process/ipc.ts';
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
  /** The file that was saved; it can be opened, or the folder around it. */
  readonly path?: string;
  /** The agent who was told; another agent does not undo it from here. */
  readonly agentId: AgentId | null | undefined;
};
export type Feedback = {
  readonly done: (message: string, options?: { readonly undo?: Undo }) => void;
  /** Says where a file was saved, and leads there; nothing where the agent thought better of it. */
  readonly saved: (path: string | null, message?: string) => void;
  readonly fail: (error: unknown) => void;
};

const FeedbackContext = createContext<Feedback | null>(null);

export function useFeedback(): Feedback {
  const feedback = use(FeedbackContext);
  if (!feedback) throw new Error('useFeedback outside of its provider');
  return feedback;
}

function isTyping(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && ['radio', 'checkbox'].includes(focused.type)) return false;
  return (
    (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) && focused.value !== ''
  );
}

function SavedActions({ path }: { readonly path: string }) {
  const { fail } = useFeedback();
  return (
    <>
      <Button type="link" size="small" onClick={() => call('savedFiles.open', { path }).catch(fail)}>
        打开
      </Button>
      <Button type="link" size="small" onClick={() => call('savedFiles.showInFolder', { path }).catch(fail)}>
        打开文件夹
      </Button>
    </>
  );
}

type ToastRowProps = {
  readonly toast: Toast;
  /** The key would take back what was typed since. */
  readonly hasTyped: boolean;
  readonly onUndo: (toast: Toast) => void;
};

function ToastRow({ toast, hasTyped, onUndo }: ToastRowProps) {
  return (
    <div className="toast" data-kind={toast.kind} role={toast.kind === 'failed' ? 'alert' : 'status'}>
      <span>{toast.text}</span>
      {toast.path !== undefined && <SavedActions path={toast.path} />}
      {toast.undo && (
        <Button type="link" size="small" onClick={() => onUndo(toast)}>
          撤销 {!hasTyped && <Kbd keys={SHORTCUTS.undo.label} />}
        </Button>
      )}
    </div>
  );
}

function shownMs({ kind, undo, path }: Toast): number {
  return kind === 'done' && undo === null && path === undefined ? CONFIRMED_MS : SHOWN_MS;
}

/**
 * Tells what an action did and takes it back. One message at a time: the last one is what the agent did last. What
 * can be taken back stays so after its message has gone, one action after the other, for the agent who did it.
 */
export function FeedbackProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [hasTyped, setHasTyped] = useState(false);
  const count = useRef(0);
  const undos = useRef<readonly Toast[]>([]);
  const { data: state } = useQuery({ ...appQueries.state(), throwOnError: false });
  const agentId = state?.currentAgentId;

  const shown = toast?.agentId === agentId ? toast : null;

  const show = useCallback(
    (kind: Toast['kind'], text: string, more: { undo?: Undo | null; path?: string } = {}) => {
      count.current += 1;
      const { undo = null } = more;
      const next = { id: count.current, kind, text, ...more, undo, agentId };
      if (undo) undos.current = [...undos.current, next].slice(-UNDOS_KEPT);
      setToast(next);
      setHasTyped(false);
    },
    [agentId],
  );

  const feedback = useMemo<Feedback>(
    () => ({
      done: (message, options) => show('done', message, options),
      saved: (path, message = `已保存到 ${path}`) => {
        if (path !== null) show('done', message, { path });
      },
      fail: (error) => show('failed', toFailure(error).message),
    }),
    [show],
  );

  useEffect(() => {
    if (!toast) return undefined;
    return after(shownMs(toast), () => setToast(null));
  }, [toast]);

  useEffect(() => {
    const note = () => setHasTyped(true);
    window.addEventListener('input', note);
    return () => window.removeEventListener('input', note);
  }, []);

  /** In a text field the key takes back typing, unless it has just been offered and nothing was typed since. */
  const isForText = (last: Toast): boolean => isTyping() && (hasTyped || shown?.id !== last.id);

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
    if (!last || isForText(last)) return false;
    takeBack(last);
    return true;
  });

  return (
    <FeedbackContext value={feedback}>
      {children}
      <div className="toasts">
        {shown && <ToastRow key={shown.id} toast={shown} hasTyped={hasTyped} onUndo={takeBack} />}
      </div>
    </FeedbackContext>
  );
}
