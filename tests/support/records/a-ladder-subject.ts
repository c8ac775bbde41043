import {
  CHASE_PRESET_SETTINGS,
  type ChasePreset,
  type ChaseSettings,
} from '../../../shared/domain/chasing/chase-settings.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { OrderSubject, SentChase } from '../../../shared/domain/orders/order-subject.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import { anOrder, anOrderSubject } from './an-order.ts';

/** The state of an order on its ladder; a field that is not named is as in a shop with the default settings. */
export type LadderSituation = {
  readonly order?: Partial<Order>;
  readonly chases?: readonly SentChase[];
  readonly chase?: Partial<ChaseSettings>;
  readonly preset?: ChasePreset;
} & Partial<Omit<OrderSubject, 'order' | 'chases' | 'settings'>>;

export function aLadderSubject({
  order,
  chases,
  chase,
  preset = 'default',
  ...rest
}: LadderSituation): OrderSubject {
  return anOrderSubject({
    order: anOrder(order),
    chases: chases ?? [],
    settings: { ...DEFAULT_SHOP_SETTINGS, chase: { ...CHASE_PRESET_SETTINGS[preset], ...chase } },
    ...rest,
  });
}
