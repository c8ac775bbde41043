import { createActivityStore } from './activities/activity-store.ts';
import { createChaseReportStore } from './chasing/chase-report-store.ts';
import { createConcessionStore } from './chasing/concession-store.ts';
import { createDisputeStore } from './chasing/dispute-store.ts';
import { createClaimStore } from './claims/claim-store.ts';
import type { WritableDb } from './connection.ts';
import { createCustomerStore } from './customers/customer-store.ts';
import { createImportRunStore } from './imports/import-run-store.ts';
import { createOrderItemStore } from './orders/order-item-store.ts';
import { createOrderList } from './orders/order-list.ts';
import { createOrderReportStore } from './orders/order-report-store.ts';
import { createOrderStore } from './orders/order-store.ts';
import { createOrderSubjectStore } from './orders/order-subject-store.ts';
import { createOrderSummaryStore } from './orders/order-summary-store.ts';
import { createProductNameStore } from './orders/product-name-store.ts';
import { createRosterStore } from './roster/roster-store.ts';
import { createShiftRequestStore } from './roster/shift-request-store.ts';
import { createScriptAnswerStore } from './scripts/script-answer-store.ts';
import { createScriptChangeStore } from './scripts/script-change-store.ts';
import { createScriptExampleStore } from './scripts/script-example-store.ts';
import { createScriptFavouriteStore } from './scripts/script-favourite-store.ts';
import { createScriptFigureStore } from './scripts/script-figure-store.ts';
import { createScriptImportStore } from './scripts/script-import-store.ts';
import { createScriptPictureStore } from './scripts/script-picture-store.ts';
import { createScriptProposalStore } from './scripts/script-proposal-store.ts';
import { createScriptGroupStore, createScriptStore } from './scripts/script-store.ts';
import { createScriptUseStore } from './scripts/script-use-store.ts';
import { createContactAttemptStore } from './subjects/contact-attempt-store.ts';
import { createDeadlineStore } from './subjects/deadline-store.ts';
import { createEvidenceStore } from './subjects/evidence-store.ts';
import { createMissedTurnsStore } from './subjects/missed-turns-store.ts';
import { createDoneTasks } from './tasks/done-tasks.ts';
import { createTaskStore } from './tasks/task-store.ts';
import { createAgentStore } from './team/agent-store.ts';
import { createSampleStore } from './team/sample-store.ts';
import { createSettingsStore } from './team/settings-store.ts';
import { createShopStore } from './team/shop-store.ts';

export type SharedStores = ReturnType<typeof createSharedStores>;

/** Stores that no kind of subject owns, or that several domains build on. */
export function createSharedStores(db: WritableDb) {
  return {
    activities: createActivityStore(db),
    agents: createAgentStore(db),
    chaseReports: createChaseReportStore(db),
    claims: createClaimStore(db),
    concessions: createConcessionStore(db),
    contactAttempts: createContactAttemptStore(db),
    customers: createCustomerStore(db),
    deadlines: createDeadlineStore(db),
    disputes: createDisputeStore(db),
    doneTasks: createDoneTasks(db),
    evidence: createEvidenceStore(db),
    importRuns: createImportRunStore(db),
    items: createOrderItemStore(db),
    missedTurns: createMissedTurnsStore(db),
    orders: createOrderStore(db),
    orderList: createOrderList(db),
    orderReports: createOrderReportStore(db),
    orderSubjects: createOrderSubjectStore(db),
    orderSummaries: createOrderSummaryStore(db),
    productNames: createProductNameStore(db),
    roster: createRosterStore(db),
    sample: createSampleStore(db),
    scriptFavourites: createScriptFavouriteStore(db),
    scriptAnswers: createScriptAnswerStore(db),
    scriptImports: createScriptImportStore(db),
    scriptGroups: createScriptGroupStore(db),
    scriptPictures: createScriptPictureStore(db),
    scripts: createScriptStore(db),
    scriptExamples: createScriptExampleStore(db),
    scriptChanges: createScriptChangeStore(db),
    scriptFigures: createScriptFigureStore(db),
    scriptProposals: createScriptProposalStore(db),
    scriptUses: createScriptUseStore(db),
    settings: createSettingsStore(db),
    shiftRequests: createShiftRequestStore(db),
    shops: createShopStore(db),
    tasks: createTaskStore(db),
  };
}
