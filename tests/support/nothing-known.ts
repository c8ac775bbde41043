import type { Circumstances } from '../../shared/domain/script-template/conditions.ts';

/** Neither order nor customer; by day. */
export const NOTHING_KNOWN: Circumstances = { grade: null, orderStatus: null, isNight: false };
