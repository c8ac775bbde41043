import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { createCaseHandlers } from '../../cases/case-handlers.ts';
import { createCaseSubject } from '../../cases/case-subject.ts';
import { caseRules } from '../../rules/case/index.ts';
import { createCaseStore } from '../../store/cases/case-store.ts';
import type { WritableDb } from '../../store/connection.ts';
import type { SubjectDomain } from './subject-domain.ts';

export const afterSalesCase = {
  stores: (db: WritableDb) => ({ cases: createCaseStore(db) }),
  module: ({ cases }: { readonly cases: ReturnType<typeof createCaseStore> }) =>
    createCaseSubject({ rules: caseRules, kinds: CASE_KIND_SPECS, cases }),
  handlers: createCaseHandlers,
} as const satisfies SubjectDomain;
