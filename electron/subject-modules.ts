import { CASE_KIND_SPECS } from '../shared/domain/shared-parts/case/kinds/index.ts';
import type { SubjectKind } from '../shared/domain/subjects/subject.ts';
import { createCaseSubject } from './cases/case-subject.ts';
import { createCustomerSubject } from './customers/customer-subject.ts';
import { definePlainSubject, type SubjectModule } from './kernel/subjects/subject-module.ts';
import { createOrderSubject } from './orders/order-subject.ts';
import { caseRules } from './rules/case/index.ts';
import { orderRules } from './rules/order/index.ts';
import { createAgentSubject } from './session/agent-subject.ts';
import { createShopSubject } from './shops/shop-subject.ts';
import type { Stores } from './store/stores.ts';

/** The module of every kind of subject that can have tasks; `null`: it has a timeline alone. */
export const SUBJECT_MODULES: Readonly<Record<SubjectKind, ((stores: Stores) => SubjectModule) | null>> = {
  order: ({ orderSubjects, orderSummaries }) =>
    createOrderSubject({ rules: orderRules, facts: orderSubjects, summaries: orderSummaries }),
  customer: ({ customers }) => definePlainSubject(createCustomerSubject(customers)),
  shop: ({ shops }) => definePlainSubject(createShopSubject(shops)),
  agent: ({ agents }) => definePlainSubject(createAgentSubject(agents)),
  case: ({ cases }) => createCaseSubject({ rules: caseRules, kinds: CASE_KIND_SPECS, cases }),
  script: null,
  'script-group': null,
  picture: null,
  app: null,
};
