import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createRankedTasks, type RankedTasks } from '../../../../electron/store/tasks/ranked-tasks.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { aTask } from '../../../support/records/a-task.ts';

let db: WritableDb;
let tasks: TaskStore;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  tasks = createTaskStore(db);
});

/** In an order of its own, because a task that has changed stands behind those that have not. */
const asList = ({ byMatter }: RankedTasks) =>
  [...byMatter.values()].flat().toSorted((a, b) => a.rowid - b.rowid);

describe('X1: what the queue is ranked by is kept in memory', () => {
  it('and is what the store holds, whatever was written, taken back or removed', () => {
    const write = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      matter: fc.constantFrom('one', 'two'),
      amountAtRiskFen: fc.integer({ min: 0, max: 99 }),
      state: fc.constantFrom('open', 'done'),
      how: fc.constantFrom('saved', 'taken back', 'removed'),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 20 }), (writes) => {
        db.exec('DELETE FROM tasks');
        const ranked = createRankedTasks(db);
        ranked();
        for (const { id, how, ...facts } of writes) {
          const task = aTask({ id: id as TaskId, step: id, ...facts });
          if (how === 'removed') db.prepare('DELETE FROM tasks WHERE id = ?').run(id);
          else if (how === 'saved') tasks.save(task);
          else {
            db.exec('BEGIN');
            tasks.save(task);
            // A look in between does not keep what it sees.
            ranked();
            db.exec('ROLLBACK');
          }
          expect(asList(ranked())).toEqual(asList(createRankedTasks(db)()));
        }
      }),
    );
  });
});
