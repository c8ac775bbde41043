import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { anUnpaidOrder } from '../../support/main-side/a-shop-floor.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { beijing } from '../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 14:30');

let folder: string;
let main: MainSide;
let shop: Shop;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-others-'));
  main = createMainSide({ startsAtMs: NOW, folder });
  shop = main.core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  main.reminding.refresh();
  told = [];
  for (const event of ['subjects.changed', 'scripts.changed', 'app.changed', 'imports.changed'] as const)
    main.bridge.subscribe(event, () => void told.push(event));
});
afterEach(() => {
  main.reminding.stop();
  main.db.close();
  rmSync(folder, { recursive: true });
});

/** The command line, as the shop's computer starts it every ten minutes. */
function anotherProgram<R>(work: (core: ReturnType<typeof createCore>) => R): R {
  const db = openDatabase(join(folder, 'xiaoer.db'));
  try {
    return work(createCore({ db, clock: main.clock }));
  } finally {
    db.close();
  }
}

/** Its first message is due a minute from now. */
const importElsewhere = () =>
  anotherProgram((core) =>
    importOrders({ core }, shop, [{ ...anUnpaidOrder(0, NOW), placedAtMs: NOW - 14 * MINUTE }]),
  );

describe('F2: what another program has written is noticed within 30 seconds', () => {
  it('comes to the page, the tray and the reminders, though nothing happens here', () => {
    importElsewhere();
    expect(told).toEqual([]);
    main.clock.advanceBy(30 * SECOND);
    expect(told).toEqual(expect.arrayContaining(['subjects.changed', 'imports.changed']));
    expect(main.computer.trayStates.at(-1)).toMatchObject({ dueCount: 0 });
    main.clock.advanceBy(30 * SECOND);
    expect(main.computer.notices.map(({ title }) => title)).toEqual(['催付：山间一壶茶 ¥238.00']);
    expect(main.computer.trayStates.at(-1)).toMatchObject({ dueCount: 1 });
  });

  it('is told once, and nothing is told while nobody writes', () => {
    importElsewhere();
    main.clock.advanceBy(30 * SECOND);
    const once = told.length;
    main.clock.advanceBy(29 * SECOND);
    expect(told).toHaveLength(once);
    expect(told.filter((event) => event === 'subjects.changed')).toHaveLength(1);
  });

  it('also where the clock was set back by a year meanwhile', () => {
    main.clock.jumpTo(NOW - 365 * 24 * 60 * MINUTE);
    importElsewhere();
    main.clock.advanceBy(30 * SECOND);
    expect(told).toContain('subjects.changed');
  });

  it('brings new scripts into the search', () => {
    anotherProgram((core) => core.installStartersOnce());
    main.clock.advanceBy(30 * SECOND);
    expect(told).toContain('scripts.changed');
  });
});

describe('F3: reminders under a clock that jumps', () => {
  it('asks whether the time is right before anything is said to be missed, and tells the page', () => {
    importElsewhere();
    main.clock.jumpTo(NOW + 400 * 24 * 60 * MINUTE);
    main.clock.advanceBy(30 * SECOND);
    expect(main.computer.notices.map(({ title }) => title)).toEqual(['请核对电脑时间']);
    expect(told).toContain('app.changed');
    expect(main.reminding.isClockDoubtful()).toBe(true);
    main.reminding.confirmClock();
    expect(main.computer.notices.map(({ title }) => title).at(-1)).toMatch(/^已错过 \d+ 项$/);
  });

  it('drops a pause that was asked for while the clock was a day ahead', () => {
    importElsewhere();
    main.clock.jumpTo(NOW + 24 * 60 * MINUTE);
    main.preferences.pauseUntil(main.clock.now() + 60 * MINUTE, main.clock.now());
    main.clock.advanceBy(30 * SECOND);
    main.clock.jumpTo(NOW);
    main.clock.advanceBy(2 * MINUTE);
    expect(main.computer.notices.map(({ title }) => title)).toContain('催付：山间一壶茶 ¥238.00');
  });
});
