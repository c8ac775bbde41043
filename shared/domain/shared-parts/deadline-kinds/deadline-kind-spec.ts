/** One kind of end: what it is called, and how long before it somebody is warned. */
export type DeadlineKindSpec = { readonly label: string; readonly warnBeforeMs: number };
