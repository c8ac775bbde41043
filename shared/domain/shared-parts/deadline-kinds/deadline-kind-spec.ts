/**
 * One kind of end: what it is called, and how long before it somebody is warned; `null`: rules of its subject say what
 * is to be done before it, and when.
 */
export type DeadlineKindSpec = { readonly label: string; readonly warnBeforeMs: number | null };
