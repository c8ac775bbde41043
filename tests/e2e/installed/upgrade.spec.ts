import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '../../../electron/store/backups/backup-files.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { writeFirstStore } from '../../support/first-store.ts';
import { expect, test } from '../support/app.ts';

function versionOf(path: string): unknown {
  const db = openDatabase(path);
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return version;
}

test.describe('a store of an older build', () => {
  test('X2: is brought up in a thread, backed up first, and opens with its people', async ({ launchApp }) => {
    const first = await launchApp();
    await first.close();
    const folder = join(first.userData, 'data');
    rmSync(folder, { recursive: true });
    const path = join(folder, 'xiaoer.db');
    writeFirstStore(path);

    const { window, close } = await first.relaunch();
    await expect(window.getByRole('radio', { name: /小满/ })).toBeVisible();
    await close();
    expect(versionOf(path)).toBe(migrations.length);
    const [backup] = listBackups(join(folder, 'backups'), path);
    expect(backup).toMatchObject({ reason: 'migration', content: { schemaVersion: 1 } });
  });
});
