import { z } from 'zod';
import { Backup } from '../../domain/backups/backup.ts';
import { STORE_TROUBLES } from '../../domain/backups/store-trouble.ts';
import { type Endpoint, nothing } from './endpoint.ts';

export const SecondFolder = z.object({
  folder: z.string(),
  /** `slow`: it has not answered yet, as a share that is not connected. */
  state: z.enum(['reading', 'slow', 'read', 'failed']),
});
export type SecondFolder = z.infer<typeof SecondFolder>;

/** The page knows this while the store cannot be opened. */
export const RescueState = z.object({
  trouble: z.enum(STORE_TROUBLES),
  path: z.string(),
  /** The program ran and had to stop. */
  whileRunning: z.boolean(),
  /** The programs that have the file open, where the system tells. */
  holders: z.array(z.string()),
  /** The store as it was last noted beside it. */
  lastUse: z.object({ orders: z.int(), atMs: z.int() }).nullable(),
  /** Newest first, those of the second folder among them. */
  backups: z.array(Backup),
  /** Its backups appear in the list once they are read; `null` where there is no second folder. */
  second: SecondFolder.nullable(),
  /** How far the restore is that is under way; `null` where there is none. */
  restoredPercent: z.int().nullable(),
  /** How much room is left on a disk that is full; `null` where room is not what is missing. */
  freeBytes: z.number().nullable(),
  nowMs: z.int(),
});
export type RescueState = z.infer<typeof RescueState>;

/** `path`: where it went; `null` when the agent thinks better of it. */
const Saved = z.object({ path: z.string(), rows: z.int() }).nullable();

export const rescueContract = {
  'rescue.state': { input: nothing, output: RescueState },
  /** Looks again; the program opens by itself where the trouble is over. */
  'rescue.tryAgain': { input: nothing, output: nothing },
  /** Only a file that the list names. */
  'rescue.restore': { input: z.object({ file: z.string() }), output: nothing },
  /** Opens a dialog for any other copy of a store. */
  'rescue.restoreOther': { input: nothing, output: nothing },
  'rescue.startAnew': { input: nothing, output: nothing },
  'rescue.saveReadable': { input: nothing, output: Saved },
  'rescue.saveDiagnostics': { input: nothing, output: z.string().nullable() },
} as const satisfies Record<string, Endpoint>;
