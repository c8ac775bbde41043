import { z } from 'zod';
import { Handover, HandoverId, HandoverItem, HandoverMark } from '../../../domain/handovers/handover.ts';
import { AgentId } from '../../../domain/ids.ts';
import { Task } from '../../../domain/tasks/task.ts';
import { Pin } from '../../../domain/team/agent.ts';
import { type Endpoint, nothing } from '../endpoint.ts';
import { OptionalNote } from '../note.ts';
import { EXPORT_FORMATS } from '../program/report-contract.ts';
import { Recorded } from '../task-contract.ts';

/** The sign below a sheet: the PIN of the agent who sits here, `null` where they have none. */
const Signature = z.object({ id: HandoverId, pin: Pin.nullable() });

/** `null`: it is still to be done. The words come from the task: done by an agent, or proven by an import. */
export const HandoverLine = HandoverItem.extend({ result: z.string().nullable() });
export type HandoverLine = z.infer<typeof HandoverLine>;

export const HandoverDetail = z.object({
  sheet: Handover.omit({ items: true, marks: true }),
  lines: z.array(HandoverLine),
  giverName: z.string(),
  /** `下一班` where no one agent is named. */
  receiverName: z.string(),
  receivedByName: z.string().nullable(),
  isOwn: z.boolean(),
  /** The agent who asks may sign for it. */
  mayReceive: z.boolean(),
  needsPin: z.boolean(),
  /** The queue of everybody at this moment, for the foot of the sheet. */
  queue: z.object({ count: z.int(), amountFen: z.int() }),
  /** The sheet in words, for the group chat. */
  text: z.string(),
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type HandoverDetail = z.infer<typeof HandoverDetail>;

export const HandoverRow = z.object({
  id: HandoverId,
  state: Handover.shape.state,
  giverName: z.string(),
  receiverName: z.string(),
  givenAtMs: z.int(),
  count: z.int(),
  /** Still to be done. */
  openCount: z.int(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

export const handoverContract = {
  /** The own sheet that is not given yet; a new one where there is none. */
  'handovers.begin': { input: nothing, output: z.object({ id: HandoverId }) },
  /** A sheet that waits for the agent who asks, the oldest first. */
  'handovers.waiting': { input: nothing, output: z.array(HandoverRow) },
  /** The last sheets that were given, the newest first. */
  'handovers.list': { input: nothing, output: z.array(HandoverRow) },
  'handovers.detail': { input: z.object({ id: HandoverId }), output: HandoverDetail },
  'handovers.mark': { input: z.object({ id: HandoverId, mark: HandoverMark }), output: Recorded },
  'handovers.note': { input: z.object({ id: HandoverId, note: OptionalNote }), output: Recorded },
  'handovers.give': {
    input: Signature.extend({ receiverId: AgentId.nullable() }),
    output: Recorded,
  },
  'handovers.receive': { input: Signature, output: Recorded },
  /** Asks where to, and `null` is an agent who thinks better of it. */
  'handovers.export': {
    input: z.object({ id: HandoverId, format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;
