import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { performRescue } from '../../../electron/joins/rescue/perform-rescue.ts';
import { createRescue } from '../../../electron/joins/rescue/rescue-desk.ts';
import type { RescueTask } from '../../../electron/rescue/rescue-task.ts';
import { backUp } from '../../../electron/store/backups/back-up.ts';
import { secondFolderIn } from '../../../electron/store/backups/second-folder.ts';
import { noteIfUsed } from '../../../electron/store/state/leave-store.ts';
import { noteSecondFolder } from '../../../electron/store/state/store-note.ts';
import { isTroubled, storeState } from '../../../electron/store/state/store-state.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createUsedStore, NOW, type UsedStore } from '../store/backups/a-used-store.ts';

const PAGE = { senderFrame: { url: 'app://xiaoer/rescue.html', parent: null } };

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
  noteIfUsed(store.db, NOW);
});
afterEach(() => store.remove());

type Hear = (message: unknown) => void;

/** The work of the thread, in this one. */
const perform = async (task: RescueTask, hear: Hear): Promise<unknown> => performRescue(task, hear);

type Page = { copy?: string; target?: string; runTask?: (task: RescueTask, hear: Hear) => Promise<unknown> };

function openPage(chosen: Page = {}) {
  const state = storeState(store.path, { isThorough: true });
  if (!isTroubled(state)) throw new Error('The store is sound');
  const world = { isFit: false };
  const clock = createFakeClock(NOW);
  const rescue = createRescue({
    state,
    databasePath: store.path,
    clock,
    pageOrigin: 'app://xiaoer',
    runTask: chosen.runTask ?? perform,
    chooseCopy: async () => chosen.copy ?? null,
    chooseTarget: async () => chosen.target ?? null,
    showInFolder: () => {},
    readProgram: async () => ({ program: { version: '0.1.0' }, logs: [] }),
    reportBug: (_what, error) => {
      throw error;
    },
  });
  const watch = async () => {
    await rescue.isFit;
    world.isFit = true;
  };
  void watch();
  const ask = (channel: string, input?: unknown) => rescue.answerCall(channel, PAGE, input);
  return { ask, clock, world };
}

const ordersNow = () => {
  store.reopen();
  return store.db.prepare('SELECT count(*) FROM orders').pluck().get();
};

describe('X6: the page of a store that cannot be opened', () => {
  it('says what is wrong and what there was, and brings it back with one click', async () => {
    const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
    store.db.close();
    rmSync(store.path);
    const { ask, world } = openPage();
    expect(await ask('rescue.state')).toMatchObject({
      ok: true,
      value: { trouble: 'missing', lastUse: { orders: 1 }, backups: [{ content: { orders: 1 } }] },
    });
    expect(await ask('rescue.restore', { file })).toEqual({ ok: true, value: undefined });
    expect(world.isFit).toBe(true);
    expect(ordersNow()).toBe(1);
  });

  it('says in percent how far the restore is, and nothing before and after it', async () => {
    const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
    store.db.close();
    rmSync(store.path);
    const seen: unknown[] = [];
    const { ask } = openPage({
      async runTask(task, hear) {
        const outcome = await perform(task, hear);
        if (task.kind === 'restore') seen.push(await ask('rescue.state'));
        return outcome;
      },
    });
    expect(await ask('rescue.state')).toMatchObject({ value: { restoredPercent: null } });
    expect(await ask('rescue.restore', { file })).toMatchObject({ ok: true });
    expect(seen).toMatchObject([{ value: { restoredPercent: 100 } }]);
    expect(await ask('rescue.state')).toMatchObject({ value: { restoredPercent: null } });
  });

  it('answers nothing else: there is no program yet', async () => {
    store.db.close();
    truncateSync(store.path, 0);
    const { ask } = openPage();
    expect(await ask('orders.find', { text: 'a' })).toMatchObject({ ok: false });
    expect(await ask('app.state')).toMatchObject({ ok: false });
  });

  it('knows the backups of the second folder although the store that named it is lost', async () => {
    const stick = join(store.folder, 'stick');
    mkdirSync(stick);
    noteSecondFolder(store.path, stick);
    const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
    renameSync(join(file, '..'), secondFolderIn(stick));
    store.db.close();
    rmSync(store.path);
    const { ask } = openPage();
    await expect
      .poll(() => ask('rescue.state'))
      .toMatchObject({ value: { backups: [{ content: { orders: 1 } }], second: { state: 'read' } } });
  });

  it('waits for no share that does not answer, and says that it is slow', async () => {
    noteSecondFolder(store.path, join(store.folder, 'share'));
    const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
    store.db.close();
    rmSync(store.path);
    const dead = (task: RescueTask, hear: Hear) =>
      task.kind === 'list' ? new Promise(() => {}) : perform(task, hear);
    const { ask, clock, world } = openPage({ runTask: dead });
    expect(await ask('rescue.state')).toMatchObject({ value: { second: { state: 'reading' } } });
    clock.advanceBy(3 * SECOND);
    expect(await ask('rescue.state')).toMatchObject({ value: { second: { state: 'slow' } } });
    expect(await ask('rescue.restore', { file })).toMatchObject({ ok: true });
    expect(world.isFit).toBe(true);
  });

  it('restores nothing but what the list names', async () => {
    store.db.close();
    rmSync(store.path);
    const { ask } = openPage();
    expect(await ask('rescue.restore', { file: '/etc/passwd' })).toMatchObject({
      failure: { message: '该备份已不在列表中' },
    });
  });

  it('refuses a bad backup in words, and stays', async () => {
    const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, bytes.length - 100));
    store.db.close();
    rmSync(store.path);
    const { ask, world } = openPage();
    expect(await ask('rescue.restore', { file })).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('请选择另一个备份') },
    });
    expect(world.isFit).toBe(false);
  });

  it('goes on when the file is put back, and not before', async () => {
    store.db.close();
    const elsewhere = join(store.folder, 'moved');
    renameSync(store.path, elsewhere);
    const { ask, world } = openPage();
    expect(await ask('rescue.tryAgain')).toMatchObject({ failure: { message: '数据文件仍不能打开' } });
    renameSync(elsewhere, store.path);
    expect(await ask('rescue.tryAgain')).toMatchObject({ ok: true });
    expect(world.isFit).toBe(true);
  });

  it('saves every row around a damaged page, as a store that can be taken for a backup', async () => {
    for (let count = 2; count <= 400; count += 1) store.addOrder(String(count));
    store.damage('orders_by_no');
    store.db.close();
    const target = join(store.folder, 'readable.db');
    const { ask } = openPage({ target, copy: target });
    expect(await ask('rescue.saveReadable')).toMatchObject({ ok: true, value: { path: target } });
    expect(await ask('rescue.restoreOther')).toMatchObject({ ok: true });
    expect(ordersNow()).toBe(400);
  });

  it('packs diagnostics without a store', async () => {
    store.db.close();
    truncateSync(store.path, 0);
    const target = join(store.folder, 'diagnostics.zip');
    const { ask } = openPage({ target });
    expect(await ask('rescue.saveDiagnostics')).toEqual({ ok: true, value: target });
    expect(existsSync(target)).toBe(true);
  });

  it('begins anew where there is nothing to go back to, and keeps what was there', async () => {
    store.db.close();
    truncateSync(store.path, 10);
    const { ask, world } = openPage();
    expect(await ask('rescue.startAnew')).toMatchObject({ ok: true });
    expect(world.isFit).toBe(true);
    expect(storeState(store.path)).toEqual({ kind: 'fresh' });
    expect(readFileSync(join(store.folder, 'xiaoer.damaged-20260610-180000.db'))).toHaveLength(10);
  });
});
