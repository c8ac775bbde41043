import { z } from 'zod';
import { ActivityId, OrderId, ScriptCaseId, ScriptId } from './ids.ts';

export const CaseNote = z.string().trim().min(1, '请填写案例说明').max(500);

/** K9: an order and its customer that a script was made or improved from. */
export const ScriptCase = z.object({
  id: ScriptCaseId,
  scriptId: ScriptId,
  orderId: OrderId,
  note: z.string(),
  /** The change of the script that came of it. */
  changeId: ActivityId.nullable(),
  atMs: z.int(),
});
export type ScriptCase = z.infer<typeof ScriptCase>;
