import { DEADLINE_KIND_SPECS as PRODUCT } from '../../../shared/domain/shared-parts/deadline-kinds/index.ts';
import { HOUR } from '../../../shared/time/durations.ts';

export const DEADLINE_KIND_SPECS = {
  ...PRODUCT,
  'toy-arrival': { label: '最晚签收', warnBeforeMs: 2 * HOUR },
} as const;
