import { z } from 'zod';
import { OwnWording, WordingSettings } from '../../../../shared/domain/scripts/wording/wording-settings.ts';

/** A word of the shop's own while it is typed: anything goes until it is saved. */
const OwnDraft = z.object({ word: z.string(), reason: z.string(), replacement: z.string().nullable() });
export type OwnDraft = z.infer<typeof OwnDraft>;

export const WordingDraft = WordingSettings.extend({ ownRules: z.array(OwnDraft) });
export type WordingDraft = z.infer<typeof WordingDraft>;

export type OwnErrors = Readonly<Partial<Record<'word' | 'reason', string>>>;

/** Why a word cannot be looked for as it stands. */
export function ownErrors(own: OwnDraft, others: readonly OwnDraft[]): OwnErrors {
  const word = OwnWording.shape.word.safeParse(own.word).error?.issues[0]?.message;
  const reason = OwnWording.shape.reason.safeParse(own.reason).error?.issues[0]?.message;
  const isTwice = others.some((other) => other !== own && other.word.trim() === own.word.trim());
  const wordError = word ?? (isTwice ? '已有这个词语' : undefined);
  return {
    ...(wordError === undefined ? {} : { word: wordError }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** As it would be saved; words that are not whole yet are left out of a trial. */
export function whole({ ownRules, ...draft }: WordingDraft): WordingSettings {
  const known = ownRules.flatMap((own) => OwnWording.safeParse(own).data ?? []);
  return { ...draft, ownRules: known };
}

export function isComplete(draft: WordingDraft): boolean {
  return (
    WordingSettings.safeParse(draft).success &&
    draft.ownRules.every((own) => Object.keys(ownErrors(own, draft.ownRules)).length === 0)
  );
}
