import { z } from 'zod';
import { ScriptPictureId } from '../../ids.ts';

/** A value that the agent has to fill in before the script is sent. */
export const ScriptField = z.object({
  name: z.string(),
  /** `null`: anything. */
  choices: z.array(z.string()).nullable(),
  /** Earlier answers of this agent, newest first. */
  remembered: z.array(z.string()),
});
export type ScriptField = z.infer<typeof ScriptField>;

/**
 * An agent copies and pastes one message at once. A script is a row of them: its parts, cut at pictures and fragments.
 */
export const ScriptMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    /** A missing value stands in it as `【名称】`. */
    text: z.string(),
    /** The text with what comes from the order blanked out, sign by sign: a nick is not the wording of the shop. */
    words: z.string(),
    missing: z.array(ScriptField),
  }),
  /** `null`: no picture has that name. */
  z.object({ kind: z.literal('picture'), name: z.string(), pictureId: ScriptPictureId.nullable() }),
]);
export type ScriptMessage = z.infer<typeof ScriptMessage>;

/** Everything that has to be asked before the first message, each field once. */
export function fieldsOf(messages: readonly ScriptMessage[]): ScriptField[] {
  const fields = messages.flatMap((message) => (message.kind === 'text' ? message.missing : []));
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
