import { createStore } from './0001-create-store.ts';
import { widenScriptLibrary } from './0002-widen-script-library.ts';
import { generaliseTasks } from './0003-generalise-tasks.ts';
import { keepSettingsByDomain } from './0004-keep-settings-by-domain.ts';
import { lightenStore } from './0005-lighten-store.ts';
import { logChanges } from './0006-log-changes.ts';
import { shareRecords } from './0007-share-records.ts';
import { correctNames } from './0008-correct-names.ts';
import { keepRefunds } from './0009-keep-refunds.ts';
import { listRefunds } from './0010-list-refunds.ts';
import { keepPartsOfOrders } from './0011-keep-parts-of-orders.ts';
import { proveRetentions } from './0012-prove-retentions.ts';
import type { Migration } from './migration.ts';

/** Append only: a migration that has shipped is never edited. Its place in the list is the store's version. */
export const migrations: readonly Migration[] = [
  createStore,
  widenScriptLibrary,
  generaliseTasks,
  keepSettingsByDomain,
  lightenStore,
  logChanges,
  shareRecords,
  correctNames,
  keepRefunds,
  listRefunds,
  keepPartsOfOrders,
  proveRetentions,
];
