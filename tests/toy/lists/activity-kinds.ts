import { z } from 'zod';
import { ACTIVITY_KIND_SPECS as PRODUCT } from '../../../shared/domain/activities/activity-kinds.ts';

export const ACTIVITY_KIND_SPECS = {
  ...PRODUCT,
  'toy-asked': { label: '问过快递', undo: 'decision' },
} as const;

export type ActivityKind = keyof typeof ACTIVITY_KIND_SPECS;
export const ACTIVITY_KINDS = Object.keys(ACTIVITY_KIND_SPECS) as ActivityKind[];
export const ActivityKind = z.enum(ACTIVITY_KINDS);
export const activityKindSpec = (kind: ActivityKind) => ACTIVITY_KIND_SPECS[kind];
export const activityLabel = (kind: ActivityKind): string => ACTIVITY_KIND_SPECS[kind].label;
