import type { ScriptStage } from '../scripts/script.ts';

/** Scripts about a parcel stand with those of shipping. */
export const PARCEL_STAGES: readonly ScriptStage[] = ['parcel', 'shipping', 'after-sales'];

/** The steps of the tasks about parcels, kind by kind. */
export const WATCH_STEP_LABELS = {
  'no-pickup': '没有揽收',
  stalled: '物流停滞',
  overdue: '该到未到',
  undelivered: '派送失败',
  returning: '退回中',
  lost: '丢失或破损',
  'not-received': '客户称未收到',
} as const;
export const WORD_STEP_LABELS = { again: '再告知客户' } as const;
export const RECEIPT_STEP_LABELS = { extend: '延长收货' } as const;

/** All of them: a script may be written for some. */
export const PARCEL_STEP_LABELS = {
  ...WATCH_STEP_LABELS,
  ...WORD_STEP_LABELS,
  ...RECEIPT_STEP_LABELS,
} as const;
