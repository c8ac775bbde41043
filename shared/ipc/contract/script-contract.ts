import { z } from 'zod';
import { OrderId, ScriptId, TaskId } from '../../domain/ids.ts';
import { Script } from '../../domain/script.ts';
import { UnpaidReason } from '../../domain/task.ts';
import type { Endpoint } from './endpoint.ts';
import { nothing } from './endpoint.ts';

/** For whom and why a script is looked for or copied; both `null` outside of an order. */
export const ScriptOccasion = z.object({
  orderId: OrderId.nullable(),
  taskId: TaskId.nullable(),
  /** P2: why it is unpaid, once the agent knows. */
  reason: UnpaidReason.nullable().default(null),
  /** R10: the agent says that the customer bargains. */
  isBargaining: z.boolean().optional(),
});
export type ScriptOccasion = z.infer<typeof ScriptOccasion>;

/** A part with its variables filled in; `missing` names what only the agent can say. */
export const FilledPart = z.object({ text: z.string(), missing: z.array(z.string()) });
export type FilledPart = z.infer<typeof FilledPart>;

export const ScriptHit = z.object({
  script: Script,
  groupName: z.string().nullable(),
  parts: z.array(FilledPart),
});
export type ScriptHit = z.infer<typeof ScriptHit>;

/** What the agent typed for variables that no order answers. */
export const Answers = z.record(z.string().max(20), z.string().max(500));
export type Answers = z.infer<typeof Answers>;

export const scriptContract = {
  'scripts.search': {
    input: z.object({ text: z.string().max(100), occasion: ScriptOccasion, limit: z.int().min(1).max(100) }),
    output: z.array(ScriptHit),
  },
  /** Fills the part, puts it on the clipboard and records the use. */
  'scripts.copy': {
    input: z.object({ scriptId: ScriptId, part: z.int().min(0), occasion: ScriptOccasion, answers: Answers }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('copied'), text: z.string(), nextPart: z.int().nullable() }),
      z.object({ kind: z.literal('incomplete'), missing: z.array(z.string()) }),
    ]),
  },
  /** What the clipboard holds, where the agent has allowed a look: the order it names, if any. */
  'palette.context': { input: nothing, output: ScriptOccasion.extend({ label: z.string().nullable() }) },
  'palette.hide': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;
