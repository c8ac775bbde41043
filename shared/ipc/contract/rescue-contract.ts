import { z } from 'zod';
import { Backup } from '../../domain/backups/backup.ts';
import { STORE_TROUBLES } from '../../domain/backups/store-trouble.ts';
import { type Endpoint, nothing } from './endpoint.ts';

/** The page knows this while the store cannot be opened. */
export const RescueState = z.object({
  trouble: z.enum(STORE_TROUBLES),
  path: z.string(),
  /** The programs that have the file open, where the system tells. */
  holders: z.array(z.string()),
  /** The store as it was last noted beside it. */
  lastUse: z.object({ orders: z.int(), atMs: z.int() }).nullable(),
  /** Newest first, those of the second folder among them. */
  backups: z.array(Backup),
  nowMs: z.int(),
});
export type RescueState = z.infer<typeof RescueState>;

/** `path`: where it went; `null` when the agent thinks better of it. */
const Saved = z.object({ path: z.string(), rows: z.int() }).nullable();

export const rescueContract = {
  'rescue.state': { input: nothing, output: RescueState },
  /** Looks again; the program opens by itself where the trouble is over. */
  'rescue.tryAgain': { input: nothing, output: nothing },
  /** The page names a backup of the list by its place, and never a path. */
  'rescue.restore': { input: z.object({ index: z.int().min(0) }), output: nothing },
  /** Opens a dialog for any other copy of a store. */
  'rescue.restoreOther': { input: nothing, output: nothing },
  'rescue.startAnew': { input: nothing, output: nothing },
  'rescue.saveReadable': { input: nothing, output: Saved },
  'rescue.saveDiagnostics': { input: nothing, output: z.string().nullable() },
} as const satisfies Record<string, Endpoint>;
