import type { EpochMs } from '../../time/clock.ts';
import type { Customer, CustomerGrade } from '../orders/customer.ts';
import type { Order } from '../orders/order.ts';
import { quietPeriodAt } from '../team/quiet-hours.ts';
import type { Shop } from '../team/shop.ts';
import type { Circumstances } from './script-template/conditions.ts';
import type { ScriptValues } from './script-variables.ts';

/** For a shop without quiet hours, and where no shop is known. */
const NIGHT = { fromMinute: 22 * 60, toMinute: 8 * 60 };

type Facts = {
  readonly order: Pick<Order, 'status'> | null;
  readonly customer: Pick<Customer, 'isMasked'> | null;
  readonly grade: CustomerGrade | null;
  readonly shop: Pick<Shop, 'settings'> | null;
  readonly nowMs: EpochMs;
  readonly values: Pick<ScriptValues, '规格'>;
};

/** R2: the circumstances that the conditions of a script look at. */
export function circumstancesOf({ order, customer, grade, shop, nowMs, values }: Facts): Circumstances {
  return {
    // A masked nick belongs to one order only, so the app does not know what its customer bought before.
    grade: customer?.isMasked === false ? grade : null,
    orderStatus: order?.status ?? null,
    isNight: quietPeriodAt(shop?.settings.chase.quietHours ?? NIGHT, nowMs) !== undefined,
    hasSpecification: order === null ? null : values.规格 !== undefined,
  };
}
