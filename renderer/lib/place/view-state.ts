import { useState } from 'react';
import type { z } from 'zod';

const prefix = 'xiaoer.view.';

function read<T>(name: string, schema: z.ZodType<T>, initial: T): T {
  try {
    const stored = localStorage.getItem(prefix + name);
    if (stored === null) return initial;
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : initial;
  } catch {
    return initial;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of the view, nothing else.
  }
}

/** As `useViewState`, for what nothing is drawn by: the value it began with, and how to keep another. */
export function useViewMemory<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const [first] = useState(() => read(name, schema, initial));
  return [first, (next: T): void => write(name, next)] as const;
}

/**
 * How the agent has arranged the view (widths, tabs, filters): kept over a reload, worth nothing if lost.
 * Anything that matters belongs to main.
 */
export function useViewState<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const [value, setValue] = useState(() => read(name, schema, initial));
  function keep(next: T): void {
    setValue(next);
    write(name, next);
  }
  return [value, keep] as const;
}
