import type { ShopId } from '../../shared/domain/ids.ts';
import { FOR_ALL } from '../../shared/domain/scripts/script.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Importing } from '../imports/create-importing.ts';
import type { InTransaction } from '../imports/import-ports.ts';
import type { Stores } from '../modules.ts';
import { createRecordSampleChases } from '../sample/record-sample-chases.ts';
import { createSampleShop } from '../sample/sample-shop.ts';
import type { Shops } from '../shops/shops.ts';
import { orderIdOf, taskIdOf } from '../store/identity.ts';

type Parts = {
  readonly stores: Stores;
  readonly shops: Shops;
  readonly importRows: Importing['importRows'];
  readonly inTransaction: InTransaction;
  /** Scripts of the shop become scripts for all before it goes. */
  readonly releaseScripts: (id: ShopId, nowMs: EpochMs) => void;
  readonly clock: Clock;
};

/** The try-out shop, filled by the same import as a real one. */
export function createSample({ stores, shops, importRows, releaseScripts, clock, inTransaction }: Parts) {
  const { activities, scripts, scriptUses } = stores;

  return createSampleShop({
    shops,
    importRecords: (records, shop) =>
      importRows(
        {
          fileName: '示例订单',
          format: 'taobao-orders',
          rows: records.map((record) => ({ kind: 'record', record }) as const),
        },
        shop,
      ),
    recordChases: createRecordSampleChases({
      activities,
      uses: scriptUses,
      scriptWithCode: (code) => scripts.findByCode(code, FOR_ALL),
      orderIdOf,
      taskIdOf,
    }),
    removeShop: (id) =>
      shops.removeSample(id, () => {
        releaseScripts(id, clock.now());
        stores.sample.removeShop(id);
      }),
    clock,
    inTransaction,
  });
}
