import type { SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import { createCustomerSubject } from '../../customers/customer-subject.ts';
import { definePlainSubject } from '../../kernel/subjects/subject-module.ts';
import { createAgentSubject } from '../../session/agent-subject.ts';
import { createShopSubject } from '../../shops/shop-subject.ts';
import type { SharedStores } from '../../store/stores.ts';
import { afterSalesCase } from './after-sales-case.ts';
import { bulletin } from './bulletin.ts';
import { handover } from './handover.ts';
import { order } from './order.ts';
import { parcel } from './parcel.ts';
import { refund } from './refund.ts';
import type { SubjectDomain } from './subject-domain.ts';

const TIMELINE_ALONE = {} as const satisfies SubjectDomain;

/** Every kind of subject, with all that it gives to the program. */
export const SUBJECT_DOMAINS = {
  order,
  customer: {
    module: ({ customers, orderList }: Pick<SharedStores, 'customers' | 'orderList'>) =>
      definePlainSubject(createCustomerSubject(customers, orderList)),
  },
  case: afterSalesCase,
  refund,
  parcel,
  handover,
  bulletin,
  shop: { module: ({ shops }: Pick<SharedStores, 'shops'>) => definePlainSubject(createShopSubject(shops)) },
  agent: {
    module: ({ agents }: Pick<SharedStores, 'agents'>) => definePlainSubject(createAgentSubject(agents)),
  },
  script: TIMELINE_ALONE,
  'script-group': TIMELINE_ALONE,
  picture: TIMELINE_ALONE,
  app: TIMELINE_ALONE,
} as const satisfies Readonly<Record<SubjectKind, SubjectDomain>>;
