import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useAppState } from '../main-process/app-state.ts';

/** Each agent's own: what one has narrowed a list to would hide the work of the next. */
function useNameOfOwn(name: string): string {
  return `xiaoer.view.${name}.${useAppState().currentAgentId}`;
}

function read<T>(name: string, schema: z.ZodType<T>, initial: T): T {
  try {
    const stored = localStorage.getItem(name);
    if (stored === null) return initial;
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : initial;
  } catch {
    return initial;
  }
}

type Listener = (value: unknown) => void;
const listeners = new Map<string, Set<Listener>>();

function listen(name: string, listener: Listener): () => void {
  const beside = listeners.get(name) ?? new Set();
  listeners.set(name, beside.add(listener));
  return () => void beside.delete(listener);
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of the view, nothing else.
  }
  for (const tell of listeners.get(name) ?? []) tell(value);
}

/** As `useViewState`, for what nothing is drawn by: the value it began with, and how to keep another. */
export function useViewMemory<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const own = useNameOfOwn(name);
  const [first] = useState(() => read(own, schema, initial));
  return [first, (next: T): void => write(own, next)] as const;
}

/**
 * How the agent has arranged the view (widths, tabs, filters): kept over a reload, worth nothing if lost.
 * Anything that matters belongs to main. Whatever on the page has the same name shows the same, also where a link from
 * elsewhere has kept another value.
 */
export function useViewState<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const own = useNameOfOwn(name);
  const [value, setValue] = useState(() => read(own, schema, initial));
  // All that has one name has one schema.
  useEffect(() => listen(own, (next) => setValue(next as T)), [own]);
  /** An undo that comes later changes what is kept by then. */
  function keep(next: T | ((now: T) => T)): void {
    // No view is a function.
    const kept = typeof next === 'function' ? (next as (now: T) => T)(read(own, schema, initial)) : next;
    setValue(kept);
    write(own, kept);
  }
  return [value, keep] as const;
}
