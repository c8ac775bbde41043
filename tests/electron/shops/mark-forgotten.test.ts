import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';

const ORDER = 'order-1' as OrderId;

let desk: Workstation;
let core: ReturnType<typeof createCore>;
beforeEach(() => {
  desk = aWorkstation();
  core = createCore({ db: desk.db, clock: desk.clock });
  desk.importOrder({ placedAtMs: desk.clock.now() });
});

async function start(): Promise<void> {
  core.markForgotten('at-start');
  for (const id of core.refreshShops.marked())
    await core.refreshShops.refresh(id, {
      shouldStop: () => false,
      onProgress: () => undefined,
      rest: async () => undefined,
    });
}

describe('F3: an unpaid order without its tasks gets them', () => {
  it('at the start, with nothing changed and nothing imported', async () => {
    desk.db.prepare('DELETE FROM tasks').run();
    await start();
    expect(desk.statesOf()).toEqual({ first: 'open', second: 'open', last: 'open' });
  });

  it('and a start costs nothing where every order has its own', () => {
    expect(core.markForgotten('at-start')).toBe(false);
    expect(core.refreshShops.marked()).toEqual([]);
  });

  it('and its tasks are worked out anew when the last was written at a time that is still to come', async () => {
    desk.addNote({ subject: { kind: 'order', id: ORDER }, text: '客户明天付' }, desk.actor());
    expect(core.markForgotten('at-start')).toBe(false);
    desk.clock.jumpTo(desk.clock.now() - DAY);
    expect(core.markForgotten('at-start')).toBe(true);
    await start();
    expect(core.refreshShops.marked()).toEqual([]);
  });
});
