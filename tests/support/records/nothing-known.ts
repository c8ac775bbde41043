import type { Circumstances } from '../../../shared/domain/scripts/script-template/conditions.ts';

/** An occasion without order and customer, by day. */
export const NOTHING_KNOWN: Circumstances = {
  grade: null,
  orderStatus: null,
  isNight: false,
  hasSpecification: null,
};
