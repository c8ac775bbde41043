import { dirname, join } from 'node:path';
import { leads } from '../shared/domain/agent.ts';
import type { ChaseSettings } from '../shared/domain/chase-settings.ts';
import type { AgentId } from '../shared/domain/ids.ts';
import type { ChaseReportQuery } from '../shared/ipc/contract/report-contract.ts';
import type { Clock, EpochMs } from '../shared/time/clock.ts';
import { createActing } from './acting.ts';
import { createChasing } from './chasing/create-chasing.ts';
import { previewLadder } from './chasing/preview-ladder.ts';
import { createProveByImport } from './chasing/prove-by-import.ts';
import { readChaseReport } from './chasing/read-chase-report.ts';
import { createConcessions } from './concessions/create-concessions.ts';
import { createEditCustomer } from './customers/edit-customer.ts';
import { createDuties } from './duties.ts';
import { createTables } from './exports/create-tables.ts';
import { saveFile } from './exports/save-file.ts';
import { saveTable } from './exports/save-table.ts';
import { createImporting } from './imports/create-importing.ts';
import { createRecordKinds } from './imports/kinds/index.ts';
import { listTables } from './imports/reading/list-tables.ts';
import { createSettings } from './kernel/settings.ts';
import { createLearning } from './learning.ts';
import { createOrderConcern } from './orders/order-concern.ts';
import { createOrderView } from './orders/order-view.ts';
import { type CreateRecordSpec, RECORD_SPECS } from './record-specs.ts';
import { chaseUnpaidOrder } from './rules/order/chase-unpaid-order.ts';
import { orderRules } from './rules/order/index.ts';
import { createSample } from './sample-parts.ts';
import { createColumnMemory } from './script-exchange/reading/column-memory.ts';
import { createScriptExchange } from './script-exchange/script-exchange.ts';
import { createRecordUse } from './script-learning/record-use.ts';
import { createSettleUses } from './script-learning/settle-uses.ts';
import { createCopyScript } from './scripts/copying/copy-script.ts';
import { createCopyStack } from './scripts/copying/copy-stack.ts';
import { createNearestWithCode } from './scripts/copying/nearest-script.ts';
import { createRememberAnswers } from './scripts/copying/remember-answers.ts';
import { createRenderForOccasion } from './scripts/copying/render-for-occasion.ts';
import { createOccasionLookUp } from './scripts/copying/script-occasion.ts';
import { createWordingGate } from './scripts/copying/wording-gate.ts';
import { createFavourites } from './scripts/library/favourites.ts';
import { createInstallStartersOnce } from './scripts/library/install-starters-once.ts';
import { createLibraryUndoChecks } from './scripts/library/library-undo-checks.ts';
import {
  createRecordGroupChanges,
  createRecordScriptChanges,
  createRecordStroke,
} from './scripts/library/record-script-changes.ts';
import { createScriptGroupService } from './scripts/library/script-group-service.ts';
import { createScriptService } from './scripts/library/script-service.ts';
import { createPictureFiles } from './scripts/pictures/picture-files.ts';
import { createPictureService, createPictureUndoCheck } from './scripts/pictures/picture-service.ts';
import { requirePictureFile } from './scripts/pictures/require-picture-file.ts';
import { createSession } from './session/session.ts';
import { createRefreshShops } from './shops/refresh-shops.ts';
import { createShops } from './shops/shops.ts';
import { createInTransaction, type WritableDb } from './store/connection.ts';
import {
  customerIdOf,
  maskedCustomerIdOf,
  newId,
  orderIdOf,
  scriptGroupIdOf,
  scriptIdOf,
  shopIdOf,
} from './store/identity.ts';
import { withImportScratch } from './store/imports/import-scratch.ts';
import { createRowReferences } from './store/imports/row-references.ts';
import { createStores } from './store/stores.ts';
import { createTasks } from './tasks.ts';

export type Core = ReturnType<typeof createCore>;

type Base = {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly recordSpecs?: readonly CreateRecordSpec[];
  readonly subjectModules?: Parameters<typeof createTasks>[0]['subjectModules'];
};

/** Everything that works without Electron, on one store and one clock: for the app, its worker, the command line. */
export function createCore({ db, clock, recordSpecs = RECORD_SPECS, subjectModules }: Base) {
  const inTransaction = createInTransaction(db);
  const stores = createStores(db);
  const { orders, items, customers, shops, agents, tasks, activities, disputes, concessions } = stores;
  const { scripts, scriptAnswers, scriptGroups, scriptPictures, scriptUses, settings, importRuns } = stores;
  const { subjects, refreshTasks, listLive, queue } = createTasks({
    db,
    stores,
    ...(subjectModules ? { subjectModules } : {}),
  });
  const scriptService = createScriptService({ scripts, groups: scriptGroups, newId });
  const groupService = createScriptGroupService({ groups: scriptGroups, newId });
  const isLead = (id: AgentId) => leads(agents.get(id)?.role);
  const acting = createActing({
    stores,
    subjects,
    refreshTasks,
    isLead,
    inTransaction,
    undoChecks: [
      ...createLibraryUndoChecks({ scripts, groups: scriptGroups, service: scriptService, groupService }),
      createPictureUndoCheck(scriptPictures),
    ],
  });
  const { act, taskActions } = acting;
  const duties = createDuties({ db, stores, act, placeOf: subjects.placeOf, inTransaction, refreshTasks });
  const pictures = createPictureService({
    pictures: scriptPictures,
    files: createPictureFiles(join(dirname(db.name), 'pictures')),
    act,
    inTransaction,
    newId,
  });
  const nearestWithCode = createNearestWithCode(scripts);
  const render = createRenderForOccasion({
    nearest: nearestWithCode,
    pictureNamed: pictures.findByName,
    answers: scriptAnswers,
  });
  const handOut = {
    scripts,
    render,
    checks: [requirePictureFile(pictures)],
    judgeWording: createWordingGate({ isLead }),
    activities,
    recordUse: createRecordUse(scriptUses),
    rememberAnswers: createRememberAnswers({ answers: scriptAnswers }),
    inTransaction,
  };
  const refreshShops = createRefreshShops({
    settings,
    listLive,
    refreshTasks,
    inTransaction,
    newId,
    now: clock.now,
  });
  const shopDesk = createShops({ shops, clock, shopIdOf });
  const orderKind = {
    stores: { orders, items, customers, shops, runs: importRuns, uses: scriptUses },
    ids: { orderIdOf, customerIdOf, maskedCustomerIdOf },
    isLive: createOrderConcern(orderRules, (id) => shopDesk.existing(id).settings),
    setLive: stores.subjects.setLive,
    proveByImport: createProveByImport({
      activities,
      chaseSettingsOf: (id) => shopDesk.existing(id).settings.chase,
      settleUses: createSettleUses({ uses: scriptUses }),
    }),
  };
  const kinds = createRecordKinds(
    recordSpecs.map((create) => create({ db, stores })),
    { orders: orderKind, records: { removeTasksOf: tasks.removeOf } },
  );
  const references = createRowReferences(db);
  references.refuseCascades(kinds.map(({ table }) => table));
  const importing = createImporting({
    kinds,
    stores: { runs: importRuns, activities, claims: stores.claims },
    removeUnlessPointedTo: references.removeUnlessPointedTo,
    withScratch: (work) => withImportScratch(db, work),
    inTransaction,
    refreshTasks,
    newId,
    now: clock.now,
  });

  const recordChanges = createRecordScriptChanges({ activities });
  const recordGroupChanges = createRecordGroupChanges({ activities });
  const scriptExchange = createScriptExchange({
    scripts,
    groups: scriptGroups,
    imports: stores.scriptImports,
    activities,
    shops,
    agents,
    shelf: {
      isKnown: (name) => pictures.findByName(name) !== null,
      nameFor: pictures.nameFor,
      add: (picture, actor) => void pictures.add(picture, actor),
    },
    readPicture(name) {
      const id = pictures.findByName(name);
      return (id === null ? null : pictures.read(id))?.bytes;
    },
    listTables,
    saveTable,
    saveFile,
    columnMemory: createColumnMemory(settings),
    recordChanges,
    recordGroupChanges,
    newId,
    inTransaction,
    now: clock.now,
  });

  const session = createSession({ agents, settings, clock, newId, inTransaction });
  return {
    db,
    clock,
    inTransaction,
    stores,
    subjects,
    queue,
    refreshTasks,
    fileCatalogue: importing.catalogue,
    readExport: importing.readExport,
    importFile: importing.importFile,
    undoImport: importing.undoImport,
    session,
    settings: createSettings({
      settings,
      shops,
      activities,
      inTransaction,
      tasksToRefresh: refreshShops.mark,
    }),
    refreshShops,
    shops: shopDesk,
    sample: createSample({
      stores,
      shops: shopDesk,
      importRows: importing.importRows,
      inTransaction,
      releaseScripts(id, nowMs) {
        recordChanges(scriptService.releaseShop(id, nowMs), { agentId: null, nowMs });
      },
      clock,
    }),
    ...acting,
    duties,
    chasing: createChasing({
      act,
      snoozing: taskActions.snoozing,
      orders,
      tasks,
      disputes,
      claims: stores.claims,
      subjects: stores.subjects,
    }),
    concessions: createConcessions({
      act,
      concessions,
      orders,
      agents,
      tasks,
      settingsOf: (id) => shopDesk.existing(id).settings.concession,
      newId,
    }),
    previewLadder: (chase: ChaseSettings, placedAtMs: EpochMs) =>
      previewLadder(chaseUnpaidOrder.find, chase, placedAtMs),
    chaseReport: (query: ChaseReportQuery) => readChaseReport(stores.chaseReports, query),
    editCustomer: createEditCustomer({ act, customers }),
    orderView: createOrderView({
      orders,
      items,
      customers,
      shops,
      tasks,
      subjects: stores.subjects,
      disputes,
    }),
    scriptExchange,
    saveTable,
    tables: createTables({
      ...stores,
      queue,
      scriptsToCheck: (agentId) =>
        scripts.listVisibleTo(agentId).filter(({ archivedAtMs }) => archivedAtMs === null),
      scriptTable: (agentId) => scriptExchange.table({ agentId }),
      clock,
    }),
    scripts: {
      service: scriptService,
      favourites: createFavourites({
        listOf: stores.scriptFavourites.listOf,
        agentId: session.currentAgentId,
      }),
      nearestWithCode,
      render,
      pictures,
      groups: groupService,
      lookUp: createOccasionLookUp({ orders, items, customers, shops, tasks, concessions }),
      recordChanges,
      recordStroke: createRecordStroke({ activities }),
      copy: createCopyScript(handOut),
      copyStack: createCopyStack(handOut),
    },
    learning: createLearning({ stores, service: scriptService, recordChanges, act, clock }),
    installStartersOnce: createInstallStartersOnce({
      scripts,
      groups: scriptGroups,
      scriptIdOf,
      scriptGroupIdOf,
      settings,
      inTransaction,
      clock,
    }),
  };
}
