import { cancellation } from './cancellation.ts';
import type { CaseKindSpec } from './case-kind-spec.ts';
import { difference } from './difference.ts';
import { invoice } from './invoice.ts';
import { other } from './other.ts';
import { productCorrection } from './product-correction.ts';
import { warehouseQuestion } from './warehouse-question.ts';
import { wish } from './wish.ts';

/** Every kind of case. The key is what the store holds, so it stays. */
export const CASE_KIND_SPECS = {
  cancellation,
  wish,
  'warehouse-question': warehouseQuestion,
  invoice,
  difference,
  'product-correction': productCorrection,
  other,
} as const satisfies Record<string, CaseKindSpec>;
