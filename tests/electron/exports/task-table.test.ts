import { describe, expect, it } from 'vitest';
import { taskTable } from '../../../electron/exports/task-table.ts';
import type { CustomerId } from '../../../shared/domain/ids.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { insertCustomer } from '../../support/memory-store.ts';
import { queueOver } from '../../support/queue-over.ts';
import { aQueueQuery } from '../../support/records/a-task.ts';
import { aWorkstation } from '../../support/records/a-workstation.ts';

describe('H6: the export of what is to do', () => {
  it('says what each task is about, whatever kind that is', () => {
    const desk = aWorkstation();
    const customer = insertCustomer(desk.db);
    const dueAtMs = desk.clock.now() + HOUR;
    const promise = { kind: 'follow-up', text: '告知到货时间', dueAtMs, ownerId: null } as const;
    const subject = { kind: 'customer', id: 'customer-1' as CustomerId } as const;
    desk.taskActions.createTask({ ...promise, subject }, desk.actor());
    const { rows: cards } = queueOver(desk.db).page({ ...aQueueQuery(desk.clock.now()), bucket: 'all' });
    const { columns, rows } = taskTable(cards);
    const cellOf = (header: string) => rows[0]?.[columns.findIndex((column) => column.header === header)];
    expect([cellOf('对象'), cellOf('编号或名称')]).toEqual(['客户', customer.nick]);
  });
});
