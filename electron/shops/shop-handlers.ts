import { type Shop, ShopSettings } from '../../shared/domain/shop.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Shops } from './shops.ts';

type Dependencies = {
  readonly shops: Shops;
  readonly installSample: () => Shop;
  readonly removeSample: () => void;
  readonly requireLeadIfAny: () => void;
  /** Every window learns of it, and the queue is read anew. */
  readonly changed: () => void;
};

/** R10, R13: how far agents may go, and what they must not say, is not theirs to set. */
function isForLeads(before: ShopSettings, after: ShopSettings): boolean {
  const held = ({ concession, wording }: ShopSettings) =>
    JSON.stringify(ShopSettings.parse({ ...after, concession, wording }));
  return held(before) !== held(after);
}

export function createShopHandlers(dependencies: Dependencies) {
  const { shops, installSample, removeSample, requireLeadIfAny, changed } = dependencies;

  function announced<T>(value: T): T {
    changed();
    return value;
  }

  return {
    'shops.create': (shop) => announced(shops.add(shop)),
    'shops.rename': ({ id, name }) => announced(shops.rename(id, name)),
    'shops.saveSettings': ({ id, settings }) => {
      if (isForLeads(shops.existing(id).settings, settings)) requireLeadIfAny();
      return announced(shops.saveSettings(id, settings));
    },
    'sample.install': () => announced(installSample()),
    'sample.remove': () => {
      removeSample();
      changed();
    },
  } satisfies Partial<Handlers>;
}
