import { z } from 'zod';
import { OrderId, ScriptId, TaskId } from '../../../domain/ids.ts';
import { Order } from '../../../domain/orders/order.ts';
import { ScriptField } from '../../../domain/scripts/script-template/script-message.ts';
import { WordingNote } from '../../../domain/scripts/wording/wording-note.ts';
import { type Endpoint, nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';
import { Answers, BlockedCopy, overridesWording, reworded, ScriptOccasion } from './script-contract.ts';

/** The order stays in view while the agent looks for scripts. */
const PaletteOrder = Order.pick({
  no: true,
  customerNick: true,
  itemTitle: true,
  payableFen: true,
  status: true,
  /** Only while it is unpaid. */
  closesAtMs: true,
});
export type PaletteOrder = z.infer<typeof PaletteOrder>;

/** For whom the palette fills its scripts, and what it records. */
const PaletteSubject = z.object({
  occasion: ScriptOccasion,
  order: PaletteOrder,
  /** The place from which the order is known; the clipboard only if the agent has allowed a look. */
  source: z.enum(['clipboard', 'workbench']),
  /** The task that an agent is at with the order now, with the word for having done it. */
  task: z.object({ id: TaskId, name: z.string(), done: z.string() }).nullable(),
});
export type PaletteSubject = z.infer<typeof PaletteSubject>;

/** One key chooses each. */
export const MOST_CHOICES = 4;

const PaletteContext = z.object({
  subject: PaletteSubject.nullable(),
  /** The text that the agent has copied, where it names no customer or several; nothing is filled in until one is chosen. */
  unrecognised: z.string().nullable(),
  choices: z.array(PaletteSubject).max(MOST_CHOICES),
  /** The contents of the clipboard before our copies can be put back. */
  canRestoreClipboard: z.boolean(),
  nowMs: z.int(),
});
export type PaletteContext = z.infer<typeof PaletteContext>;

/** For whom a script is copied whose last message is still to come; `null`: for no order that is known. */
export const UnfinishedCopy = z.object({ orderId: OrderId.nullable() });
export type UnfinishedCopy = z.infer<typeof UnfinishedCopy>;

export const MOST_STACKED = 10;

export const paletteContract = {
  'palette.context': {
    input: z.object({ unfinished: UnfinishedCopy.nullable() }),
    output: PaletteContext,
  },
  'palette.hide': { input: nothing, output: nothing },
  /** The order that is open in the workbench; main keeps it in memory until the agent changes. */
  'palette.follow': { input: ScriptOccasion.nullable(), output: nothing },
  /** Scripts were copied or something was recorded for that order: the workbench shows it, and offers the way back. */
  'palette.used': {
    input: z.object({ orderId: OrderId, taskId: TaskId.nullable(), recorded: Recorded.nullable() }),
    output: nothing,
  },
  'palette.restoreClipboard': { input: nothing, output: z.object({ isRestored: z.boolean() }) },
  /** Several scripts as one text, in this order, each recorded as used; one of them may be reworded. */
  'scripts.copyStack': {
    input: z
      .object({
        scriptIds: z.array(ScriptId).min(1).max(MOST_STACKED),
        occasion: ScriptOccasion,
        answers: Answers,
        overridesWording,
        reworded,
      })
      .refine((stack) => stack.reworded === undefined || stack.scriptIds.length === 1),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('copied'), text: z.string(), notes: z.array(WordingNote) }),
      BlockedCopy,
      /** Everything that the stacked scripts ask, each once. */
      z.object({ kind: z.literal('incomplete'), fields: z.array(ScriptField) }),
    ]),
  },
} as const satisfies Record<string, Endpoint>;
