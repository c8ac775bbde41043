import { useState } from 'react';
import { useAppState } from '../main-process/app-state.ts';

const kept = (name: string): string => sessionStorage.getItem(name) ?? '';

/**
 * Words that are being written, kept per subject: going to another order and back loses nothing, and nothing is
 * carried over to another customer or to the agent who sits down next. Gone when the window closes.
 */
export function useDraft(subject: string): readonly [string, (text: string) => void] {
  const name = `xiaoer.draft.${subject}.${useAppState().currentAgentId}`;
  const [draft, setDraft] = useState({ name, text: kept(name) });
  const text = draft.name === name ? draft.text : kept(name);
  function write(next: string): void {
    setDraft({ name, text: next });
    if (next === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, next);
  }
  return [text, write];
}

/** A time that is being chosen, kept in the same way for as long as it is still to come. */
export function useMomentDraft(
  subject: string,
  nowMs: number,
): readonly [number | null, (atMs: number | null) => void] {
  const [text, setText] = useDraft(subject);
  const atMs = text === '' ? null : Number(text);
  const isToCome = atMs !== null && atMs > nowMs;
  return [isToCome ? atMs : null, (next) => setText(next === null ? '' : String(next))];
}
