import { z } from 'zod';
import { CASE_KIND_SPECS } from './kinds/index.ts';

export type CaseKind = keyof typeof CASE_KIND_SPECS;
// The keys of the specs are the kinds.
export const CASE_KINDS = Object.keys(CASE_KIND_SPECS) as CaseKind[];
export const CaseKind = z.enum(CASE_KINDS);
