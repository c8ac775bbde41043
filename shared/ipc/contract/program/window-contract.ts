import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

/** How the window stands on the screen. */
export const WindowState = z.object({
  /** Narrow, at full height, at one side of the screen, beside the chat. */
  isDocked: z.boolean(),
  isOnTop: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

export const windowContract = {
  'window.state': { input: nothing, output: WindowState },
  'window.toggleDock': { input: nothing, output: WindowState },
  /** Whether it stands over other windows for as long as it is docked. */
  'window.pinDock': { input: z.object({ isOnTop: z.boolean() }), output: WindowState },
  /** Opens a file that the program has saved since it started, or the folder around it. */
  'savedFiles.open': { input: z.object({ path: z.string().max(1000) }), output: nothing },
  'savedFiles.showInFolder': { input: z.object({ path: z.string().max(1000) }), output: nothing },
} as const satisfies Record<string, Endpoint>;
