import { beforeEach, describe, expect, it } from 'vitest';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import type { Task } from '../../../../shared/domain/tasks/task.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { aTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');

let tasks: TaskStore;
beforeEach(() => {
  const { db } = createMemoryStore();
  insertShop(db);
  tasks = createTaskStore(db);
});

function add(name: string, overrides: Partial<Task> = {}): TaskId {
  const task = aTask({ id: name as TaskId, step: name, matter: name, dueAtMs: NOW, ...overrides });
  tasks.save(task);
  return task.id;
}

describe('F3: reminders', () => {
  it('stay owed for a moment that is still to come, whoever has shown them before', () => {
    const id = add('early', { dueAtMs: NOW + HOUR, reminderAtMs: NOW - MINUTE });
    tasks.markReminded([id], NOW);
    expect(tasks.nextReminderAtMs()).toBe(NOW + HOUR);
  });

  it('are owed again for all that is still to come, once the clock was set back', () => {
    add('shown by a later time', { dueAtMs: NOW + HOUR, reminderAtMs: null });
    add('shown in time', { dueAtMs: NOW - HOUR, reminderAtMs: null });
    add('done', { dueAtMs: NOW + HOUR, reminderAtMs: null, state: 'done' });
    add('by hand', { step: 'by-hand', dueAtMs: NOW + DAY, reminderAtMs: NOW + DAY, updatedAtMs: NOW + HOUR });
    tasks.oweAgain(NOW);
    expect(tasks.listToRemind(NOW + HOUR).map(({ step }) => step)).toEqual([
      'by-hand',
      'shown by a later time',
    ]);
    expect(tasks.listToRemind(NOW).map(({ step }) => step)).toEqual(['by-hand']);
  });
});
