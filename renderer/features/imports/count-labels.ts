import type { ImportCounts } from '../../../shared/domain/import-run.ts';

/** The fates of the rows of a file, in the order in which the page says them. */
export const COUNT_LABELS = {
  new: '新增',
  changed: '更新',
  unchanged: '无变化',
  rejected: '读不了',
} as const satisfies Partial<Record<keyof ImportCounts, string>>;

export type CountKind = keyof typeof COUNT_LABELS;
export const COUNT_KINDS = [
  'new',
  'changed',
  'unchanged',
  'rejected',
] as const satisfies readonly CountKind[];
