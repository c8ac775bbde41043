import { createCore } from '../../../electron/core.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { QUEUE_TABS } from '../../../shared/domain/tasks/queue-place.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { fillTasks } from '../data/fill-tasks.ts';
import { BENCH_NOW_MS, SEED } from '../data/invented.ts';
import { BENCH_SHOP, emptyStore } from '../data/make-store.ts';
import { type Figure, toFigure, within } from './figures.ts';
import { createStatementFinder } from './main-statement.ts';
import { measurePair } from './measure.ts';
import { createRandom, pick } from './random.ts';

/** The counts of the queue with as many kinds as a hundred duties bring. */
export function measureManyKinds(tasks: number, rounds: number): Figure {
  const path = emptyStore('many-kinds');
  const db = openDatabase(path);
  const clock = createFakeClock(BENCH_NOW_MS);
  const core = createCore({ db, clock });
  const shop = core.stores.shops.findByName(BENCH_SHOP.platform, BENCH_SHOP.name);
  const [agent] = core.stores.agents.list();
  if (!shop || !agent) throw new Error('The store has no shop or no agent');
  core.inTransaction(() => fillTasks(db, { shopId: shop.id, agentId: agent.id, count: tasks }));
  const finder = createStatementFinder(path);
  const watched = createCore({ db: finder.watched, clock });
  const random = createRandom(SEED);
  const filters = Array.from({ length: rounds }, () => ({
    bucket: pick(random, QUEUE_TABS),
    shopId: pick(random, [null, shop.id]),
    kind: pick(random, [null, 'chase'] as const),
    owner: null,
    text: '',
  }));
  const asker = { agentId: agent.id, nowMs: BENCH_NOW_MS };
  const references = filters.map((filter) => finder.mainStatement(() => watched.queue.count(filter, asker)));
  const pair = measurePair({
    rounds,
    subject: (round) => filters[round] && core.queue.count(filters[round], asker),
    reference: (round) => references[round]?.run(),
  });
  finder.close();
  db.close();
  return toFigure({
    ...pair,
    id: 'queue-counts-kinds',
    what: 'queue counts, forty kinds of tasks over ten kinds of subjects',
    unit: 'ms',
    rows: tasks,
    against: 'its main statement alone',
    budget: within(10),
  });
}
