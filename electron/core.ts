import type { ChaseSettings } from '../shared/domain/chasing/chase-settings.ts';
import { CASE_KIND_SPECS } from '../shared/domain/shared-parts/case/kinds/index.ts';
import type { ReportQuery } from '../shared/ipc/contract/program/report-contract.ts';
import type { EpochMs } from '../shared/time/clock.ts';
import { type Base, createBase, type Given } from './base.ts';
import { createBulletinView } from './bulletins/bulletin-view.ts';
import { createBulletins } from './bulletins/create-bulletins.ts';
import { createBatches } from './cases/batches.ts';
import { createCaseFacts } from './cases/case-facts.ts';
import { createCaseList } from './cases/case-list.ts';
import { createChasing } from './chasing/create-chasing.ts';
import { previewLadder } from './chasing/preview-ladder.ts';
import { readChaseReport } from './chasing/report/read-chase-report.ts';
import { createBargainOf } from './concessions/bargain-of.ts';
import { createConcessions } from './concessions/create-concessions.ts';
import { createEditCustomer } from './customers/edit-customer.ts';
import { createTables } from './exports/create-tables.ts';
import { saveTable } from './exports/save-table.ts';
import { createHandovers } from './handovers/create-handovers.ts';
import { createHandoverView } from './handovers/handover-view.ts';
import { ORDER_EXPORT } from './imports/kinds/orders/order-export.ts';
import type { AnyRecordSpec } from './imports/kinds/records/record-spec.ts';
import { listTables } from './imports/reading/list-tables.ts';
import { createDuties } from './joins/duties.ts';
import { joinImporting } from './joins/importing.ts';
import { createSample } from './joins/sample.ts';
import { createScriptLibrary } from './joins/scripts/script-library.ts';
import { createSettings } from './kernel/settings.ts';
import { createMemos } from './memos/create-memos.ts';
import { createListOrders } from './orders/list-orders.ts';
import { createOrderView } from './orders/order-view.ts';
import { createOrderReport } from './orders/report/create-order-report.ts';
import { createFindParcels } from './parcels/find-parcels.ts';
import { createNoteParcel } from './parcels/note-parcel.ts';
import { createParcelList } from './parcels/parcel-list.ts';
import { createParcelsInTrouble } from './parcels/parcels-in-trouble.ts';
import { createNameProduct } from './products/name-product.ts';
import { createNoteRefund } from './refunds/note-refund.ts';
import { createReadRetentions } from './refunds/read-retentions.ts';
import { createRefundList } from './refunds/refund-list.ts';
import { createRefundView } from './refunds/refund-view.ts';
import { createRegisterRefund } from './refunds/register-refund.ts';
import { createRefundReport } from './refunds/report/create-refund-report.ts';
import { createRoster } from './roster/create-roster.ts';
import { chaseUnpaidOrder } from './rules/order/chase-unpaid-order.ts';
import { createSession } from './session/session.ts';
import { createShipping } from './shipping/create-shipping.ts';
import { createMarkForgotten } from './shops/mark-forgotten.ts';
import { createRefreshShops } from './shops/refresh-shops.ts';
import { createShops } from './shops/shops.ts';
import { makeEach } from './subject-domains.ts';
import { createShowToday } from './today/show-today.ts';
import { createUpdateSource } from './updates/update-source.ts';

export type Core = ReturnType<typeof createCore>;

type Options = Given & { readonly recordSpecs?: (base: Base) => readonly AnyRecordSpec[] };

/** Everything that works without Electron, on one store and one clock: for the app, its worker, the command line. */
export function createCore({ recordSpecs = (base) => makeEach('records', base).flat(), ...given }: Options) {
  const base = createBase(given);
  // A domain names in its own type the stores that it takes.
  const parts = { ...base.stores, ...base };

  const session = createSession(parts);
  const shops = createShops({ ...parts, actor: session.actor });
  const refreshShops = createRefreshShops(parts);
  const importing = joinImporting(base, recordSpecs(base));
  const library = createScriptLibrary({ ...base, session });
  const duties = createDuties(base);
  const retentions = createReadRetentions(parts);
  const refundView = createRefundView(parts);
  const refundList = createRefundList(parts);
  const orderView = createOrderView({
    ...parts,
    refundsOf: refundView.linesOf,
    refundsOfCustomer: refundView.ofCustomer,
  });
  const listOrders = createListOrders({ ...parts, lineOf: orderView.lineOf });
  const findParcels = createFindParcels(parts);
  const handoverView = createHandoverView(parts);
  const bulletinView = createBulletinView(parts);
  const roster = createRoster({ ...parts, requireLeadIfAny: session.requireLeadIfAny, listTables });
  const caseList = createCaseList({
    ...parts,
    kinds: CASE_KIND_SPECS,
    factsOf: createCaseFacts(base.stores),
  });
  const orderFormats = ORDER_EXPORT.formats.map(({ name }) => name);
  const orderDataAges = () => base.stores.importRuns.dataAges(orderFormats);

  const chaseReport = (query: ReportQuery) => readChaseReport(base.stores.chaseReports, query);

  return {
    ...base,
    ...library,
    session,
    shops,
    refreshShops,
    markForgotten: createMarkForgotten({ ...parts, mark: refreshShops.mark }),
    settings: createSettings({ ...parts, tasksToRefresh: refreshShops.mark }),
    updateSource: createUpdateSource({ ...parts, actor: session.actor }),
    sample: createSample({
      ...base,
      shops,
      importRows: importing.importRows,
      releaseScripts: library.scripts.release,
    }),

    fileCatalogue: importing.catalogue,
    readExport: importing.readExport,
    recogniseExport: importing.recogniseExport,
    importFile: importing.importFile,
    undoImport: importing.undoImport,

    orderView,
    listOrders,
    orderReports: createOrderReport(parts),
    refundView,
    retentions,
    refundList,
    refundReports: createRefundReport({ ...parts, retentions }),
    orderDataAges,
    memos: createMemos({ ...parts, orderDataAges, refundReasonOf: refundView.lastReasonOf }),
    shipping: createShipping(parts),
    editCustomer: createEditCustomer(parts),
    nameProduct: createNameProduct(parts),
    duties,
    roster,
    chasing: createChasing({ ...parts, snoozing: base.taskActions.snoozing }),
    handoverView,
    bulletinView,
    bulletinActs: createBulletins(parts),
    handoverActs: createHandovers({ ...parts, itemsOf: handoverView.itemsOf }),
    findParcels,
    caseList,
    batches: createBatches({ ...parts, caseList, caseActs: duties.cases, listTables }),
    parcelList: createParcelList({
      ...parts,
      findParcels,
      parcelsInTrouble: createParcelsInTrouble(parts),
    }),
    noteParcel: createNoteParcel(parts),
    noteRefund: createNoteRefund(parts),
    registerRefund: createRegisterRefund(parts),
    concessions: createConcessions({
      ...parts,
      settingsOf: (id) => base.settingsOf(id).concession,
      bargainOf: createBargainOf(parts),
    }),
    previewLadder: (chase: ChaseSettings, placedAtMs: EpochMs) =>
      previewLadder(chaseUnpaidOrder.find, chase, placedAtMs),
    chaseReport,
    showToday: createShowToday({ ...parts, roster, orderDataAges, handoverView, bulletinView, chaseReport }),

    saveTable,
    tables: createTables({
      ...parts,
      listOrders,
      refundList,
      scriptTable: (agentId) => library.scriptExchange.table({ agentId }),
    }),
  };
}
