import { z } from 'zod';
import { CaseId, OrderId, ScriptId, ScriptPictureId, ShopId, TaskId } from '../../../domain/ids.ts';
import { UnpaidReason } from '../../../domain/orders/unpaid-reason.ts';
import { ParcelId } from '../../../domain/parcels/parcel.ts';
import { RefundId } from '../../../domain/refunds/refund.ts';
import { LONGEST_PART, Script, ScriptDraft } from '../../../domain/scripts/script.ts';
import { ScriptField, ScriptMessage } from '../../../domain/scripts/script-template/script-message.ts';

import { WordingNote } from '../../../domain/scripts/wording/wording-note.ts';
import { Moment } from '../../../time/moment.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

/** For whom and why a script is looked for or copied; both `null` outside of an order. */
export const ScriptOccasion = z.object({
  orderId: OrderId.nullable(),
  taskId: TaskId.nullable(),
  /** A4: the refund that is open. */
  refundId: RefundId.nullable().optional(),
  /** O13: the parcel that is open. */
  parcelId: ParcelId.nullable().optional(),
  /** O2, O3: the case that is open. */
  caseId: CaseId.nullable().optional(),
  /** P2: why it is unpaid, once the agent knows. */
  reason: UnpaidReason.nullable().default(null),
  /** R10: the agent says that the customer bargains. */
  isBargaining: z.boolean().optional(),
  /** P2: a time of payment that the customer has named and the agent is about to record. */
  agreedAtMs: Moment.optional(),
});
export type ScriptOccasion = z.infer<typeof ScriptOccasion>;
/** The act that the agent is about to record: the words for it are wanted before it is on record. */
export type ScriptIntent = Pick<ScriptOccasion, 'isBargaining' | 'agreedAtMs'>;

export const ScriptHit = z.object({
  script: Script,
  groupName: z.string().nullable(),
  /** The shop that would say the words; `null` where several could be meant. */
  shopId: ShopId.nullable(),
  /** The messages that the customer would get, in this order. */
  messages: z.array(ScriptMessage),
  /** Why it cannot be copied as it stands, with its place; the script has to be corrected. */
  problem: z.string().nullable(),
  /** A warning for pasting, such as about emoticon codes that the shop's platform does not know. */
  hint: z.string().nullable(),
  /** X5: offered first today to learn how good it is. */
  isTrial: z.boolean(),
});
export type ScriptHit = z.infer<typeof ScriptHit>;

/** The contents of the clipboard now. */
export const CopiedContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('picture'), name: z.string(), pictureId: ScriptPictureId }),
]);
export type CopiedContent = z.infer<typeof CopiedContent>;

/** The agent typed these for variables that no order answers. */
export const Answers = z.record(z.string().max(20), z.string().max(500));
export type Answers = z.infer<typeof Answers>;

/** The agent's own words for messages, by their place from 0. */
export const reworded = z
  .record(z.string().regex(/^\d$/), z.string().trim().min(1).max(LONGEST_PART))
  .optional();

/** R13: the shop's norms forbid it; a lead may send it all the same. */
export const BlockedCopy = z.object({
  kind: z.literal('blocked'),
  notes: z.array(WordingNote),
  canOverride: z.boolean(),
});
export type BlockedCopy = z.infer<typeof BlockedCopy>;
/** Only a lead's counts. */
export const overridesWording = z.boolean().default(false);

/** A message of a customer may be pasted whole. */
export const LONGEST_SEARCH = 300;
const CopyReply = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('copied'),
    content: CopiedContent,
    next: z.int().nullable(),
    total: z.int(),
    notes: z.array(WordingNote),
  }),
  BlockedCopy,
  /** Everything the script asks, whichever message was wanted: the agent is asked once. */
  z.object({ kind: z.literal('incomplete'), fields: z.array(ScriptField) }),
]);
export type CopyReply = z.infer<typeof CopyReply>;

export const scriptContract = {
  'scripts.search': {
    input: z.object({
      text: z.string().max(LONGEST_SEARCH),
      occasion: ScriptOccasion,
      limit: z.int().min(1).max(100),
    }),
    output: z.array(ScriptHit),
  },
  /** Puts one message on the clipboard, the first is 0, and records the use. */
  'scripts.copy': {
    input: z.object({
      scriptId: ScriptId,
      message: z.int().min(0),
      occasion: ScriptOccasion,
      answers: Answers,
      overridesWording,
      reworded,
      /** The next message follows with the global hotkey, while the agent stays in the chat. */
      isRelayed: z.boolean().default(false),
    }),
    output: CopyReply,
  },
  /** The script that there would be if its messages were said so from now on; nothing is saved. */
  'scripts.reword': {
    input: z.object({
      scriptId: ScriptId,
      occasion: ScriptOccasion,
      answers: Answers,
      reworded: reworded.unwrap(),
    }),
    output: z.object({
      draft: ScriptDraft,
      /** Fields whose value was changed for this customer, and which the script goes on filling in. */
      kept: z.array(z.string()),
      /** Some of it is the text of a fragment, which is another script. */
      isElsewhere: z.boolean(),
    }),
  },
  /** An answer of the form that is not to be offered to this agent any more. */
  'scripts.forgetAnswer': {
    input: z.object({ field: z.string().max(20), answer: z.string().max(500) }),
    output: nothing,
  },
} as const satisfies Record<string, Endpoint>;
