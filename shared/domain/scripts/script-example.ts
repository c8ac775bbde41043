import { z } from 'zod';
import { ActivityId, OrderId, ScriptExampleId, ScriptId } from '../ids.ts';

export const ExampleNote = z.string().trim().min(1, '请填写案例说明').max(500);

/** K9: an order and its customer that a script was made or improved from. */
export const ScriptExample = z.object({
  id: ScriptExampleId,
  scriptId: ScriptId,
  orderId: OrderId,
  note: z.string(),
  /** The change of the script that came of it. */
  changeId: ActivityId.nullable(),
  atMs: z.int(),
});
export type ScriptExample = z.infer<typeof ScriptExample>;
