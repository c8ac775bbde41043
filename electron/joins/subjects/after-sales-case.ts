import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { type CaseFactStores, createCaseFacts } from '../../cases/case-facts.ts';
import { createCaseHandlers } from '../../cases/case-handlers.ts';
import { createCaseSubject } from '../../cases/case-subject.ts';
import { caseRules } from '../../rules/case/index.ts';
import { createCaseListStore } from '../../store/cases/case-list-store.ts';
import { createCaseStore } from '../../store/cases/case-store.ts';
import type { WritableDb } from '../../store/connection.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = {
  readonly cases: ReturnType<typeof createCaseStore>;
  readonly caseLists: ReturnType<typeof createCaseListStore>;
};

export const afterSalesCase = {
  stores: (db: WritableDb): OwnStores => ({ cases: createCaseStore(db), caseLists: createCaseListStore(db) }),
  module: ({ cases, ...stores }: Pick<OwnStores, 'cases'> & CaseFactStores) =>
    createCaseSubject({ rules: caseRules, kinds: CASE_KIND_SPECS, cases, factsOf: createCaseFacts(stores) }),
  handlers: createCaseHandlers,
} as const satisfies SubjectDomain;
