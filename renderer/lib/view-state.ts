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

/**
 * How the agent has arranged the view (widths, tabs, filters): kept over a reload, worth nothing if lost.
 * Anything that matters belongs to main.
 */
export function useViewState<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const [value, setValue] = useState(() => read(name, schema, initial));
  function keep(next: T): void {
    setValue(next);
    try {
      localStorage.setItem(prefix + name, JSON.stringify(next));
    } catch {
      // A full or forbidden storage costs the memory of the view, nothing else.
    }
  }
  return [value, keep] as const;
}
