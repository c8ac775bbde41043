import { HOUR } from '../../time/durations.ts';

/** One kind of end: what it is called, and how long before it somebody is warned. */
export type DeadlineKindSpec = { readonly label: string; readonly warnBeforeMs: number };

/** Every kind of deadline. The key is what the store holds, so it stays. */
export const DEADLINE_KIND_SPECS: Readonly<Record<string, DeadlineKindSpec>> = {
  reply: { label: '答复客户', warnBeforeMs: HOUR },
};
