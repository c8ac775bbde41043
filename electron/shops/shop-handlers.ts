import type { Shop } from '../../shared/domain/team/shop.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Shops } from './shops.ts';

type Dependencies = {
  readonly shops: Shops;
  readonly sample: { install(): Shop; remove(): void };
  /** Every window learns of it, and the queue is read anew. */
  readonly changed: () => void;
};

export function createShopHandlers(dependencies: Dependencies) {
  const { shops, sample, changed } = dependencies;

  function announced<T>(value: T): T {
    changed();
    return value;
  }

  return {
    'shops.create': (shop) => announced(shops.add(shop)),
    'shops.rename': ({ id, name }) => announced(shops.rename(id, name)),
    'sample.install': () => announced(sample.install()),
    'sample.remove': () => {
      sample.remove();
      changed();
    },
  } satisfies Partial<Handlers>;
}
