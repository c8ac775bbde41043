import type { ShopId } from '../../shared/domain/ids.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { CLOCK_CORRECTION_MS, type EpochMs } from '../../shared/time/clock.ts';
import type { InTransaction } from '../store/connection.ts';

type Dependencies = {
  readonly shops: { list(): readonly Pick<Shop, 'id'>[] };
  readonly activities: { lastAtMs(): EpochMs | undefined };
  /** Whether a subject of the shop has not one task, although there should be some. */
  readonly hasForgotten: (id: ShopId) => boolean;
  /** A job works the tasks of the shop out anew. */
  readonly mark: (id: ShopId) => void;
  readonly inTransaction: InTransaction;
  readonly now: () => EpochMs;
};

/**
 * Rules look at the time, and nothing runs them again while nothing is written. So the tasks of a shop are worked out
 * anew where the last time was a later one, and where a subject is without any; says whether there are such shops.
 */
export function createMarkForgotten(dependencies: Dependencies) {
  const { shops, activities, hasForgotten, mark, inTransaction, now } = dependencies;
  return (when: 'at-start' | 'jumped'): boolean => {
    const wasLater = when === 'jumped' || (activities.lastAtMs() ?? 0) > now() + CLOCK_CORRECTION_MS;
    const ids = shops.list().flatMap(({ id }) => (wasLater || hasForgotten(id) ? id : []));
    if (ids.length > 0) inTransaction(() => ids.forEach(mark));
    return ids.length > 0;
  };
}
