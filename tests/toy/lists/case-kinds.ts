import type { CaseKindSpec } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS as PRODUCT } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { HOUR } from '../../../shared/time/durations.ts';

const lost: CaseKindSpec = {
  label: '玩具丢件',
  fields: {},
  first: 'ask',
  steps: {
    ask: {
      label: '等快递查件',
      next: ['told'],
      waitingOn: 'courier',
      isInBusinessHours: true,
      defaultDueAfterMs: 4 * HOUR,
    },
    told: { label: '已告知客户', next: [], tellsCustomer: true },
  },
  closing: { needsTold: true, evidence: ['tracking'] },
};

export const CASE_KIND_SPECS = { ...PRODUCT, 'toy-lost': lost } as const;
