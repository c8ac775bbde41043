import { createActivityStore } from './activity-store.ts';
import { createAgentStore } from './agent-store.ts';
import { createChaseReportStore } from './chase-report-store.ts';
import { createConcessionStore } from './concession-store.ts';
import type { WritableDb } from './connection.ts';
import { createCustomerStore } from './customer-store.ts';
import { createDisputeStore } from './dispute-store.ts';
import { createImportRunStore } from './import-run-store.ts';
import { createOrderItemStore } from './order-item-store.ts';
import { createOrderList } from './order-list.ts';
import { createOrderStore } from './order-store.ts';
import { createOrderSubjectStore } from './order-subject-store.ts';
import { createSampleStore } from './sample-store.ts';
import { createScriptAnswerStore } from './script-answer-store.ts';
import { createScriptCaseStore } from './script-case-store.ts';
import { createScriptChangeStore } from './script-change-store.ts';
import { createScriptFavouriteStore } from './script-favourite-store.ts';
import { createScriptFigureStore } from './script-figure-store.ts';
import { createScriptImportStore } from './script-import-store.ts';
import { createScriptPictureStore } from './script-picture-store.ts';
import { createScriptProposalStore } from './script-proposal-store.ts';
import { createScriptGroupStore, createScriptStore } from './script-store.ts';
import { createScriptUseStore } from './script-use-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createShopStore } from './shop-store.ts';
import { createTaskStore } from './task-store.ts';

/** Every store over one connection. Preparing all statements at once makes a wrong column fail at start. */
export function createStores(db: WritableDb) {
  return {
    activities: createActivityStore(db),
    agents: createAgentStore(db),
    chaseReports: createChaseReportStore(db),
    concessions: createConcessionStore(db),
    customers: createCustomerStore(db),
    disputes: createDisputeStore(db),
    importRuns: createImportRunStore(db),
    items: createOrderItemStore(db),
    orders: createOrderStore(db),
    orderList: createOrderList(db),
    sample: createSampleStore(db),
    scriptFavourites: createScriptFavouriteStore(db),
    scriptAnswers: createScriptAnswerStore(db),
    scriptImports: createScriptImportStore(db),
    scriptGroups: createScriptGroupStore(db),
    scriptPictures: createScriptPictureStore(db),
    scripts: createScriptStore(db),
    scriptCases: createScriptCaseStore(db),
    scriptChanges: createScriptChangeStore(db),
    scriptFigures: createScriptFigureStore(db),
    scriptProposals: createScriptProposalStore(db),
    scriptUses: createScriptUseStore(db),
    settings: createSettingsStore(db),
    shops: createShopStore(db),
    subjects: createOrderSubjectStore(db),
    tasks: createTaskStore(db),
  };
}
