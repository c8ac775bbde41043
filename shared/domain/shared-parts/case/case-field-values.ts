import { z } from 'zod';

const LONGEST_TEXT = 500;

/** The fields of a case that are known, by the keys of its kind. Amounts in fen, moments in ms. */
export const CaseFields = z.record(
  z.string().min(1).max(40),
  z.union([z.string().max(LONGEST_TEXT), z.int(), z.boolean()]),
);
export type CaseFields = z.infer<typeof CaseFields>;
export type CaseFieldValue = CaseFields[string];
