import { expect, it } from 'vitest';
import { tasksCommand } from '../../../cli/commands/work/tasks.ts';
import { createCore } from '../../../electron/core.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';

it('X1: a list of tasks asks at once for the subjects of all its tasks', async () => {
  const { db } = createMemoryStore();
  insertShop(db);
  const ids = Array.from({ length: 50 }, (_unused, index) => `order-${index}` as OrderId);
  for (const id of ids) insertOrder(db, { id, no: id });
  const core = createCore({ db, clock: createFakeClock(PLACED_AT_MS) });
  core.refreshTasks(
    ids.map((id) => ({ kind: 'order', id })),
    PLACED_AT_MS,
  );
  const asked: number[] = [];
  const subjects: typeof core.subjects = {
    ...core.subjects,
    summarise(refs) {
      asked.push(refs.length);
      return core.subjects.summarise(refs);
    },
  };
  const { json } = await tasksCommand.run({
    core: { ...core, subjects, close: () => {} },
    positionals: [],
    values: {},
  });
  expect(json).toHaveLength(150);
  expect(json).toContainEqual(expect.objectContaining({ subject: { type: 'order', no: 'order-49' } }));
  expect(asked).toEqual([150]);
});
