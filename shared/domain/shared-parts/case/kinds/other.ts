import { DAY, HOUR } from '../../../../time/durations.ts';
import type { CaseKindSpec } from './case-kind-spec.ts';

/** A matter without a kind of its own: the agent looks into it, asks a person who knows, and tells the customer. */
export const other: CaseKindSpec = {
  label: '其他',
  fields: {},
  first: 'look-into',
  steps: {
    'look-into': { label: '处理', next: ['ask', 'told'], defaultDueAfterMs: 4 * HOUR },
    ask: {
      label: '等待答复',
      next: ['look-into', 'told'],
      waitingOn: 'owner',
      isInBusinessHours: true,
      defaultDueAfterMs: 2 * HOUR,
    },
    told: { label: '已告知客户', next: ['look-into'], tellsCustomer: true, defaultDueAfterMs: DAY },
  },
  closing: { needsTold: true, evidence: [] },
};
