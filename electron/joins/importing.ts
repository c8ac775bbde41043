import { dirname } from 'node:path';
import type { ShopId } from '../../shared/domain/ids.ts';
import { FOR_ALL } from '../../shared/domain/scripts/script.ts';
import type { Base } from '../base.ts';
import { createProveByImport } from '../chasing/prove-by-import.ts';
import { createWatchPayments } from '../chasing/watch-payments.ts';
import { createImporting } from '../imports/create-importing.ts';
import { createRecordKinds } from '../imports/kinds/index.ts';
import type { AnyRecordSpec } from '../imports/kinds/records/record-spec.ts';
import { createFileEnds } from '../kernel/deadlines/file-ends.ts';
import { createOrderConcern } from '../orders/order-concern.ts';
import { createWatchNewWork } from '../orders/watch-new-work.ts';
import { orderRules } from '../rules/order/index.ts';
import { createSettleUses } from '../script-learning/settle-uses.ts';
import { requireRoom } from '../store/files/free-space.ts';
import { withImportScratch } from '../store/imports/import-scratch.ts';
import { createRowReferences } from '../store/imports/row-references.ts';
import { refuseForgotten } from './refuse-forgotten.ts';

/** X4: taking files in, whatever they hold; orders with their items beside the kinds of the list. */
export function joinImporting(base: Base, specs: readonly AnyRecordSpec[]) {
  const { db, stores, settingsOf } = base;
  const { scripts } = stores;
  const chaseSettingsOf = (id: ShopId) => settingsOf(id).chase;
  const orders = {
    stores: { ...stores, runs: stores.importRuns, uses: stores.scriptUses },
    ids: base,
    isLive: createOrderConcern(orderRules, settingsOf),
    setLive: stores.orderSubjects.setLive,
    watchNewWork: createWatchNewWork(orderRules, settingsOf),
    proveByImport: createProveByImport({
      ...stores,
      chaseSettingsOf,
      settleUses: createSettleUses({ uses: stores.scriptUses }),
    }),
    watchPayments: createWatchPayments({
      ...stores,
      chaseSettingsOf,
      scriptTitleOf: (code, shopId) =>
        (scripts.findByCode(code, { kind: 'shop', shopId }) ?? scripts.findByCode(code, FOR_ALL))?.title,
    }),
  };
  const kinds = createRecordKinds(specs, {
    orders,
    records: {
      removeTasksOf: stores.tasks.removeOf,
      fileEnds: createFileEnds({ deadlines: stores.deadlines, endsOf: base.endsOf }),
    },
  });
  refuseForgotten({ modules: base.subjects.modules, recordKinds: kinds });
  return createImporting({
    ...base,
    kinds,
    stores: { ...stores, runs: stores.importRuns },
    ...createRowReferences(db),
    requireRoom: (bytes) => requireRoom({ folder: dirname(db.name), bytes, what: '导入' }),
    withScratch: (work) => withImportScratch(db, work),
  });
}
