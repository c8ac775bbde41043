import { z } from 'zod';

/** How the shop addresses its customers. */
export const ADDRESS_FORMS = ['nin', 'qin'] as const;
export const ADDRESS_FORM_LABELS = { nin: '您', qin: '亲' } as const satisfies Record<
  (typeof ADDRESS_FORMS)[number],
  string
>;

/** The shop decides whether a text with a warning is copied all the same. */
export const ON_COPY = ['warn', 'block'] as const;
export const ON_COPY_LABELS = { warn: '提醒', block: '拦截' } as const satisfies Record<
  (typeof ON_COPY)[number],
  string
>;

/** Stands for a few signs within a sentence. No patterns of people's own: one that backtracks would stop the app. */
export const WILDCARD = '*';
const MOST_WILDCARDS = 2;

export const OwnWord = z
  .string()
  .trim()
  .min(1, '请填写词语')
  .max(30)
  .refine((word) => !word.startsWith(WILDCARD) && !word.endsWith(WILDCARD), '* 只能放在词语中间')
  .refine((word) => word.split(WILDCARD).length - 1 <= MOST_WILDCARDS, `* 最多用 ${MOST_WILDCARDS} 个`)
  .refine((word) => !word.includes(WILDCARD + WILDCARD), '* 不能连用');

/** A norm of the shop's own. */
export const OwnWording = z.object({
  word: OwnWord,
  reason: z.string().trim().min(1, '请填写原因').max(100),
  /** An empty one deletes the word; `null` where there is no better one. */
  replacement: z.string().trim().max(60).nullable(),
});
export type OwnWording = z.infer<typeof OwnWording>;

/** R13: the wording checker holds a shop's scripts against these. */
export const WordingSettings = z.object({
  address: z.enum(ADDRESS_FORMS),
  onCopy: z.enum(ON_COPY),
  /** How many signs the platform takes in one message; `null` where the shop knows of none. */
  maxMessageChars: z.int().min(20).max(5000).nullable(),
  /** Ids of rules that do not hold here; one that this build does not know is kept. */
  rulesOff: z.array(z.string().max(40)).max(100),
  ownRules: z.array(OwnWording).max(100),
});
export type WordingSettings = z.infer<typeof WordingSettings>;

export const DEFAULT_WORDING_SETTINGS: WordingSettings = {
  address: 'nin',
  onCopy: 'warn',
  maxMessageChars: null,
  rulesOff: [],
  ownRules: [],
};
