import { expect, it } from 'vitest';
import { handoverCommand } from '../../../cli/commands/work/handover.ts';
import { promiseCommand } from '../../../cli/commands/work/promise.ts';
import { todayCommand } from '../../../cli/commands/work/today.ts';
import { createCore } from '../../../electron/core.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

it('issue 14.2: the command line says all that the home screen says', async () => {
  const { db } = createMemoryStore();
  const core = {
    ...createCore({ db, clock: createFakeClock(beijing('2026-06-10 09:00')) }),
    close: () => {},
  };
  const positionals: string[] = [];
  const today = async (values: Record<string, string> = {}) =>
    (await todayCommand.run({ core, positionals, values })).json;

  await promiseCommand.run({
    core,
    positionals: ['今天下午三点回复尺码'],
    values: { agent: '小满' },
  });
  await handoverCommand.run({ core, positionals: ['give'], values: { agent: '小满' } });
  const nothing = { count: 0, amount: '0.00' };
  const one = { count: 1, amount: '0.00' };
  expect(await today({ agent: '小满' })).toEqual({
    data: [],
    onDuty: [],
    handovers: [],
    notices: [],
    now: one,
    hour: nothing,
    later: one,
    endsSoon: nothing,
    kinds: [
      { kind: '跟进', ...one },
      { kind: '接班', ...one },
    ],
    missed: nothing,
    done: { tasks: 0, chased: 0, recovered: 0, recoveredAmount: '0.00' },
  });
  expect(await today({ agent: '亦安' })).toMatchObject({
    handovers: [{ from: '小满', count: 1, open: 1 }],
    // The promise is a colleague’s until the sheet is signed.
    later: nothing,
  });
  expect(await today()).toMatchObject({ later: one });
});
