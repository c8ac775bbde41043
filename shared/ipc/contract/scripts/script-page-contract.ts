import { z } from 'zod';
import { ActivityId, OrderId, ScriptExampleId, ScriptId } from '../../../domain/ids.ts';
import { Script } from '../../../domain/scripts/script.ts';
import { ExampleNote, ScriptExample } from '../../../domain/scripts/script-example.ts';
import { ScriptFigures } from '../../../domain/scripts/script-learning/figures.ts';
import {
  ScriptChangeKind,
  ScriptContent,
  ScriptVersion,
} from '../../../domain/scripts/script-learning/versions.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

const OfScript = z.object({ scriptId: ScriptId });
const OneExample = z.object({ id: ScriptExampleId });

/** With the words that a person knows order, script and agent by. */
export const ShownExample = ScriptExample.extend({
  orderNo: z.string(),
  customerNick: z.string().nullable(),
  scriptTitle: z.string(),
  scriptCode: z.string(),
  agentName: z.string().nullable(),
});
export type ShownExample = z.infer<typeof ShownExample>;

/** Changes that others made to one script since the agent last looked. */
export const ScriptNews = z.object({
  script: Script,
  kind: ScriptChangeKind,
  agentName: z.string().nullable(),
  atMs: z.int(),
  /** How many changes there were. */
  count: z.int(),
  /** The script as the agent knew it; `null`: it is new. */
  before: ScriptContent.nullable(),
});
export type ScriptNews = z.infer<typeof ScriptNews>;

export const scriptPageContract = {
  /** Archived ones too. */
  'scriptPage.script': { input: OfScript, output: Script },
  'scriptPage.figures': { input: OfScript, output: ScriptFigures },
  /** The newest first. */
  'scriptPage.history': { input: OfScript, output: z.array(ScriptVersion) },
  'scriptExamples.ofScript': { input: OfScript, output: z.array(ShownExample) },
  'scriptExamples.ofOrder': { input: z.object({ orderId: OrderId }), output: z.array(ShownExample) },
  'scriptExamples.add': {
    input: z.object({ scriptId: ScriptId, orderId: OrderId, note: ExampleNote }),
    output: OneExample.extend(Recorded.shape),
  },
  'scriptExamples.remove': { input: OneExample, output: Recorded },
  /** Says which change of its script came of the example; `null` takes that back. */
  'scriptExamples.link': { input: OneExample.extend({ changeId: ActivityId.nullable() }), output: Recorded },
  /** Every script that others changed; `news` tells of the latest ones. */
  'scriptNews.list': {
    input: nothing,
    output: z.object({ scriptIds: z.array(ScriptId), news: z.array(ScriptNews) }),
  },
  /** `null`: all of them. */
  'scriptNews.markSeen': { input: z.object({ scriptId: ScriptId.nullable() }), output: nothing },
} as const satisfies Record<string, Endpoint>;
