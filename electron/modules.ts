import { createCustomerSubject } from './customers/customer-subject.ts';
import { definePlainSubject, type SubjectModule } from './kernel/subjects/subject-module.ts';
import { createOrderSubject } from './orders/order-subject.ts';
import { orderRules } from './rules/order/index.ts';
import { createAgentSubject } from './session/agent-subject.ts';
import { createShopSubject } from './shops/shop-subject.ts';
import type { Stores } from './store/stores.ts';

/** Every kind of subject that can have tasks; a new one has its line here. */
export function createSubjectModules(stores: Stores): readonly SubjectModule[] {
  return [
    createOrderSubject({ rules: orderRules, facts: stores.subjects, summaries: stores.orderSummaries }),
    definePlainSubject(createCustomerSubject(stores.customers)),
    definePlainSubject(createShopSubject(stores.shops)),
    definePlainSubject(createAgentSubject(stores.agents)),
  ];
}
