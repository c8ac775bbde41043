import type { ImportRunId, ShopId } from '../shared/domain/ids.ts';
import type { PlatformRecord } from '../shared/domain/platform-record.ts';
import { FOR_ALL } from '../shared/domain/script.ts';
import type { Shop } from '../shared/domain/shop.ts';
import type { Clock, EpochMs } from '../shared/time/clock.ts';
import { type CommitOptions, commitImport } from './imports/commit-import.ts';
import { createRecordSampleChases } from './sample/record-sample-chases.ts';
import { createSampleShop } from './sample/sample-shop.ts';
import type { Shops } from './shops/shops.ts';
import { newId, orderIdOf, taskIdOf } from './store/identity.ts';
import type { Stores } from './store/stores.ts';

type Parts = {
  readonly stores: Stores;
  readonly shops: Shops;
  readonly imports: Omit<CommitOptions, 'runId' | 'shop' | 'agentId' | 'nowMs' | 'stores' | 'shouldStop'>;
  /** Scripts of the shop become nobody's before it goes. */
  readonly releaseScripts: (id: ShopId, nowMs: EpochMs) => void;
  readonly clock: Clock;
};

/** The try-out shop, filled by the same import as a real one. */
export function createSample({ stores, shops, imports, releaseScripts, clock }: Parts) {
  const { orders, items, customers, importRuns, activities, scripts, scriptUses } = stores;

  function importRecords(records: readonly PlatformRecord[], shop: Shop): ImportRunId {
    const rows = records.map((record) => ({ kind: 'record', record }) as const);
    const nowMs = clock.now();
    const file = {
      fileName: '示例订单',
      sha256: '',
      format: 'taobao-orders',
      writtenAtMs: null,
      rows,
    } as const;
    const run = commitImport(file, {
      ...imports,
      runId: newId(nowMs) as ImportRunId,
      shop,
      agentId: null,
      nowMs,
      stores: { orders, items, customers, runs: importRuns, activities },
      shouldStop: () => false,
    });
    return run.id;
  }

  return createSampleShop({
    shops,
    importRecords,
    recordChases: createRecordSampleChases({
      activities,
      uses: scriptUses,
      scriptWithCode: (code) => scripts.findByCode(code, FOR_ALL),
      orderIdOf,
      taskIdOf,
    }),
    removeShop(id) {
      releaseScripts(id, clock.now());
      stores.sample.removeShop(id);
    },
    clock,
    inTransaction: imports.inTransaction,
  });
}
