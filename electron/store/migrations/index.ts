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
import { findOrdersByTails } from './0013-find-orders-by-tails.ts';
import { rankQueue } from './0014-rank-queue.ts';
import { listOrdersToShip } from './0015-list-orders-to-ship.ts';
import { listMemos } from './0016-list-memos.ts';
import { searchPastRefunds } from './0017-search-past-refunds.ts';
import { nameProducts } from './0018-name-products.ts';
import { keepParcels } from './0019-keep-parcels.ts';
import { shipByRule } from './0020-ship-by-rule.ts';
import { caseFields } from './0021-case-fields.ts';
import { shipFastGoods } from './0022-ship-fast-goods.ts';
import { handOverSheets } from './0023-hand-over-sheets.ts';
import { tellTheTeam } from './0024-tell-the-team.ts';
import { keepRoster } from './0025-keep-roster.ts';
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
  findOrdersByTails,
  rankQueue,
  listOrdersToShip,
  listMemos,
  searchPastRefunds,
  nameProducts,
  keepParcels,
  shipByRule,
  caseFields,
  shipFastGoods,
  handOverSheets,
  tellTheTeam,
  keepRoster,
];
