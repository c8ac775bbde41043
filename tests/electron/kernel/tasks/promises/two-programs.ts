import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppPreferences } from '../../../../../electron/app/app-preferences.ts';
import { createCore } from '../../../../../electron/core.ts';
import { joinImporting } from '../../../../../electron/joins/importing.ts';
import { holdUntil } from '../../../../../electron/kernel/tasks/scheduling/pop-up-policy.ts';
import {
  createScheduler,
  type DueReminders,
} from '../../../../../electron/kernel/tasks/scheduling/scheduler.ts';
import { openDatabase } from '../../../../../electron/store/connection.ts';
import { watchOtherWrites } from '../../../../../electron/store/other-writes.ts';
import { makeEach } from '../../../../../electron/subject-domains.ts';
import type { ChaseSettings } from '../../../../../shared/domain/chasing/chase-settings.ts';
import type { TaskId } from '../../../../../shared/domain/ids.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../../shared/domain/team/shop.ts';
import type { Clock, EpochMs } from '../../../../../shared/time/clock.ts';
import { createStoreFile, insertAgent, insertShop } from '../../../../support/memory-store.ts';

/** Hears of the reminders that the app shows, and is asked before it records them. */
export type Watcher = {
  readonly shown: (reminders: DueReminders) => void;
  readonly noticedOthers: () => void;
  /** Throws where the app is to end between showing a reminder and recording it. */
  readonly beforeRecording: (ids: readonly TaskId[]) => void;
};

function open(path: string, clock: Clock) {
  const db = openDatabase(path);
  // The power stays on, and a property opens thousands of stores.
  db.pragma('synchronous = OFF');
  const core = createCore({ db, clock });
  const { importRows } = joinImporting(core, makeEach('records', core).flat());
  return { db, core, importRows };
}

/** The app as far as reminders go: as `joins/reminding.ts` puts it together, without windows. */
function startApp(path: string, clock: Clock, watcher: Watcher) {
  const { db, core, importRows } = open(path, clock);
  const { stores, refreshShops } = core;
  const preferences = createAppPreferences(stores.settings);
  const haveOthersWritten = watchOtherWrites(db);
  const scheduler = createScheduler({
    store: {
      ...stores.tasks,
      markReminded(ids, nowMs) {
        watcher.beforeRecording(ids);
        stores.tasks.markReminded(ids, nowMs);
      },
    },
    periods: core.duties.periods,
    clock,
    remind: watcher.shown,
    putRight(nowMs, when) {
      preferences.dropPauseOfLaterTime(nowMs);
      core.markForgotten(when);
    },
    clockDoubted: () => undefined,
    noticeOthers() {
      if (haveOthersWritten()) watcher.noticedOthers();
    },
    holdUntil: (nowMs) =>
      holdUntil({ doNotDisturbUntilMs: preferences.doNotDisturbUntilMs(), quietHours: null }, nowMs),
    reportError: () => undefined,
  });
  return {
    db,
    core,
    importRows,
    scheduler,
    pause: (untilMs: EpochMs) => preferences.pauseUntil(untilMs, clock.now()),
    isPaused: () => (preferences.doNotDisturbUntilMs() ?? 0) > clock.now(),
    /** The job that works the tasks of marked shops out anew. */
    async endJobs(): Promise<void> {
      for (const id of refreshShops.marked())
        await refreshShops.refresh(id, {
          shouldStop: () => false,
          onProgress: () => undefined,
          rest: async () => undefined,
        });
    },
  };
}

/** The app and the command line on one store in a file, with one shop and one agent. */
export function twoPrograms(clock: Clock, chase: ChaseSettings, watcher: Watcher) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-promises-'));
  const path = join(folder, 'xiaoer.db');
  const seed = createStoreFile(path);
  const shop = insertShop(seed, { settings: { ...DEFAULT_SHOP_SETTINGS, chase } });
  const agent = insertAgent(seed);
  seed.close();
  let app = startApp(path, clock, watcher);
  const cli = open(path, clock);

  return {
    shop,
    agent,
    app: () => app,
    cli,
    /** The app ends without a word and is started again. */
    kill(): void {
      app.scheduler.stop();
      app.db.close();
      app = startApp(path, clock, watcher);
    },
    end(): void {
      app.scheduler.stop();
      app.db.close();
      cli.db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type TwoPrograms = ReturnType<typeof twoPrograms>;
