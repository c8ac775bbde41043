import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { listBackups } from '../../../electron/store/backups/backup-files.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { writeFirstStore } from '../../support/first-store.ts';
import { START_MS } from '../program/acts.ts';
import { digestOf } from '../support/digest.ts';
import type { Killing } from '../support/part.ts';
import { runWhole } from '../support/run-whole.ts';
import { copyOf, faultOf } from '../support/stores.ts';
import { createTally, type TallyCounter } from '../support/tally.ts';
import { killAt } from './kill-at.ts';

type Older = {
  readonly base: string;
  readonly version: number;
  /** Digests of the store before, and once it was brought up undisturbed. */
  readonly before: string;
  readonly after: string;
  readonly tookMs: number;
};

function versionOf(path: string): number {
  const db = new Database(path, { readonly: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  db.close();
  return version;
}

/** The store of the first build, as builds of that version had it. */
async function makeOlder(folder: string, version: number): Promise<Older> {
  const base = join(folder, `version-${version}`);
  mkdirSync(base);
  const path = join(base, 'xiaoer.db');
  writeFirstStore(path);
  if (version > 1) {
    const db = openDatabase(path);
    // The rows are those of the build before; only its backups would not be there.
    migrate(db, { target: version, nowMs: START_MS });
    db.close();
  }
  const whole = copyOf(base, `whole-${version}`);
  const { tookMs } = await runWhole(['migrate', whole]);
  return { base, version, before: digestOf(path), after: digestOf(whole), tookMs };
}

/** Every step is whole or undone, the backup from before is whole or absent, and the next start brings it up. */
async function look(path: string, older: Older, tally: TallyCounter): Promise<void> {
  const where = `from version ${older.version}`;
  const version = versionOf(path);
  tally.count(version === migrations.length ? 'at the newest version' : 'at an older version');
  const db = new Database(path, { readonly: true });
  const [sound] = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  db.close();
  if (sound !== 'ok') tally.broke(`${where}: ${sound}`);
  for (const { file, reason } of listBackups(join(dirname(path), 'backups'), path)) {
    if (reason !== 'migration' || versionOf(file) !== older.version) continue;
    tally.count('backups read through');
    if (digestOf(file) !== older.before) tally.broke(`${where}: the backup is not the store from before`);
  }
  await runWhole(['migrate', path]);
  if (digestOf(path) !== older.after)
    tally.broke(`${where}: brought up after the kill it holds something else`);
  const fault = faultOf(path);
  if (fault !== null) tally.broke(`${where}: ${fault}`);
}

/** Each older version of the store is brought up, and cut off on the way. */
export async function killMigrations({ rounds, random, folder, say }: Killing) {
  const tally = createTally('kills', `migrations, from each of ${migrations.length - 1} older versions`);
  const versions = migrations.slice(1).map((_migration, at) => at + 1);
  for (const version of versions.slice(0, rounds)) {
    const older = await makeOlder(folder, version);
    for (let round = version - 1; round < rounds; round += versions.length) {
      const path = copyOf(older.base, 'brought-up');
      await killAt({ args: ['migrate', path], random, lines: 0, lineMs: older.tookMs, tally });
      await look(path, older, tally);
      tally.round();
    }
  }
  say(`${rounds} kills in migrations`);
  return tally.result();
}
