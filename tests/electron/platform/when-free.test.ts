import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWhenFree, isStoreBusy } from '../../../electron/platform/when-free.ts';
import { createInTransaction, openDatabase } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** Two connections to one file: the app’s, and an import’s that holds the write lock. */
async function withTwoConnections(
  work: (app: ReturnType<typeof openDatabase>, importing: typeof app) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-busy-'));
  const importing = openDatabase(join(folder, 'a.db'));
  migrate(importing);
  const app = openDatabase(join(folder, 'a.db'), { busyTimeoutMs: 1 });
  try {
    await work(app, importing);
  } finally {
    app.close();
    importing.close();
    rmSync(folder, { recursive: true });
  }
}

/** Lets everything that is ready run, without letting time pass. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('X2: an agent works on while a large import is writing', () => {
  it('keeps a click until the import is through, then does it once', async () => {
    await withTwoConnections(async (app, importing) => {
      const clock = createFakeClock(0);
      const whenFree = createWhenFree(clock, () => false);
      const settings = createSettingsStore(app);
      importing.exec('BEGIN IMMEDIATE');
      let tries = 0;
      const click = whenFree(() =>
        createInTransaction(app)(() => {
          tries += 1;
          settings.write('clicked', true);
        }),
      );
      for (let looks = 0; looks < 5; looks++) {
        await settle();
        clock.advanceBy(SECOND);
      }
      expect(settings.has('clicked')).toBe(false);
      importing.exec('COMMIT');
      await settle();
      clock.advanceBy(SECOND);
      await click;
      expect([settings.has('clicked'), tries]).toEqual([true, 1]);
    });
  });

  it('gives up after two minutes and says why', async () => {
    await withTwoConnections(async (app, importing) => {
      const clock = createFakeClock(0);
      importing.exec('BEGIN IMMEDIATE');
      const outcome = createWhenFree(
        clock,
        () => false,
      )(() => createSettingsStore(app).write('a', 1)).catch(isStoreBusy);
      await settle();
      clock.advanceBy(3 * MINUTE);
      expect(await outcome).toBe(true);
      importing.exec('ROLLBACK');
    });
  });

  it('passes any other failure on at once', async () => {
    const whenFree = createWhenFree(createFakeClock(0), () => false);
    await expect(
      whenFree(() => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
  });
});
