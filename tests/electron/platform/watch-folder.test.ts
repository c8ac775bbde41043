import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileCatalogue } from '../../../electron/imports/kinds/file-catalogue.ts';
import { ORDER_EXPORT } from '../../../electron/imports/kinds/orders/order-export.ts';
import { createFolderWatch, type FolderWatch } from '../../../electron/platform/watch-folder.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

let folder: string;
let clock: FakeClock;
let watched: FolderWatch;
let imported: Set<string>;
let changes: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'));
  clock = createFakeClock(Date.now());
  imported = new Set();
  changes = 0;
  watched = createFolderWatch({
    clock,
    isKnown: (sha256) => imported.has(sha256),
    hasTellingName: createFileCatalogue([ORDER_EXPORT]).hasTellingName,
    recognise: async (path) => basename(path).startsWith('known-inside'),
    changed: () => {
      changes++;
    },
    reportError: (error) => {
      throw error;
    },
  });
});

afterEach(() => {
  watched.stop();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, text = name): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const found = () => watched.list().map(({ path }) => basename(path));

/** Time passes in looks of half a second, and the disk gets its turn. */
async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advanceBy(500);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The operating system tells of a file when it finds the time. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000 });

describe('X4: the watched folder', () => {
  it('offers what is there at the start once it has stood still for a moment', async () => {
    put('ExportOrderList202606.csv');
    watched.watch(folder);
    await wait(1000);
    expect(found()).toEqual([]);
    await wait(1500);
    expect(found()).toEqual(['ExportOrderList202606.csv']);
    expect(changes).toBe(1);
  });

  it('knows an export by its name or by what is in it', async () => {
    for (const name of [
      '我的订单.xlsx',
      '宝贝报表.xls',
      'ExportItemList.csv',
      'known-inside.csv',
      'photo.csv',
    ]) {
      put(name);
    }
    put('订单.csv.crdownload');
    put('~$订单.xlsx');
    put('订单.txt');
    watched.watch(folder);
    await wait(2500);
    expect(found().toSorted()).toEqual(
      ['ExportItemList.csv', 'known-inside.csv', '宝贝报表.xls', '我的订单.xlsx'].toSorted(),
    );
  });

  it('F7 of the attack: asks about one file after the other, and goes on when nobody knows', async () => {
    let asked = 0;
    let together = 0;
    watched.stop();
    watched = createFolderWatch({
      clock,
      isKnown: () => false,
      hasTellingName: () => false,
      async recognise(path) {
        asked++;
        together++;
        expect(together).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        together--;
        if (path.endsWith('b.csv')) throw new Error('The thread has ended');
        return true;
      },
      changed() {},
      reportError() {},
    });
    for (const name of ['a.csv', 'b.csv', 'c.csv']) put(name);
    watched.watch(folder);
    await eventually(async () => {
      await wait(2500);
      expect(found().toSorted()).toEqual(['a.csv', 'c.csv']);
    });
    expect(asked).toBe(3);
  });

  it('notices a file that comes later, and waits until it has stopped growing', async () => {
    watched.watch(folder);
    const path = put('订单.csv');
    // Until the operating system has told of it.
    await eventually(async () => {
      await wait(500);
      expect(clock.timerCount()).toBe(1);
    });
    await wait(1000);
    appendFileSync(path, 'more');
    await wait(1000);
    expect(found()).toEqual([]);
    await wait(2000);
    expect(found()).toEqual(['订单.csv']);
    await eventually(async () => {
      await wait(500);
      expect(clock.timerCount()).toBe(0);
    });
  });

  it('offers each content once, whatever it is called, and none that was imported', async () => {
    put('订单.csv', 'a');
    put('订单 (1).csv', 'a');
    // sha256 of 'b'.
    imported.add('3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d');
    put('旧订单.csv', 'b');
    watched.watch(folder);
    await wait(2500);
    expect(found()).toHaveLength(1);
    watched.ignore(join(folder, found()[0] ?? ''));
    await wait(2500);
    expect(found()).toEqual([]);
  });

  it('leaves what has lain there for weeks', async () => {
    const path = put('订单.csv');
    const longAgo = new Date(clock.now() - 8 * DAY);
    utimesSync(path, longAgo, longAgo);
    watched.watch(folder);
    await wait(2500);
    expect(found()).toEqual([]);
  });

  it('forgets a found file when it goes away', async () => {
    const path = put('订单.csv');
    watched.watch(folder);
    await wait(2500);
    rmSync(path);
    await eventually(async () => {
      await wait(500);
      expect(found()).toEqual([]);
    });
  });

  it('survives a folder that vanishes, and goes on when it is back', async () => {
    put('订单.csv');
    renameSync(folder, `${folder}-away`);
    watched.watch(folder);
    await wait(2500);
    expect(found()).toEqual([]);
    renameSync(`${folder}-away`, folder);
    await wait(33_000);
    expect(found()).toEqual(['订单.csv']);
  });

  it('does nothing while nothing happens', async () => {
    mkdirSync(join(folder, '订单.csv'));
    watched.watch(folder);
    await wait(1000);
    expect(clock.timerCount()).toBe(0);
  });
});
