import { z } from 'zod';
import { AgentId, type SubjectId, subjectId, TaskId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';

export const HandoverId = subjectId('handover');
export type HandoverId = SubjectId<'handover'>;

export const HANDOVER_STATES = ['draft', 'given', 'received'] as const;
export const HANDOVER_STATE_LABELS = {
  draft: '待交出',
  given: '待接收',
  received: '已接收',
} as const satisfies Record<(typeof HANDOVER_STATES)[number], string>;

/** The words of the giver about one task of the sheet. */
export const HandoverMark = z.object({
  taskId: TaskId,
  toDo: z.string().nullable(),
  /** Why the next shift need not do it; it stays with the giver then. */
  leftOut: z.string().nullable(),
  isFirst: z.boolean(),
});
export type HandoverMark = z.infer<typeof HandoverMark>;

/** A task as it stood when the sheet was given. */
export const HandoverItem = HandoverMark.extend({
  subject: SubjectRef,
  title: z.string(),
  customer: z.string().nullable(),
  kindLabel: z.string(),
  reason: z.string(),
  isPromise: z.boolean(),
  dueAtMs: z.int(),
  /** How many sheets have carried it on before this one. */
  carried: z.int().min(0),
});
export type HandoverItem = z.infer<typeof HandoverItem>;

/** 交接单: one shift leaves its open tasks to the next. The sheet keeps the words that belong to them. */
export const Handover = z.object({
  id: HandoverId,
  state: z.enum(HANDOVER_STATES),
  giverId: AgentId,
  /** `null`: the next shift, no one agent of it. */
  receiverId: AgentId.nullable(),
  startedAtMs: z.int(),
  givenAtMs: z.int().nullable(),
  receivedAtMs: z.int().nullable(),
  receivedById: AgentId.nullable(),
  note: z.string().nullable(),
  /** While it is a draft; its tasks are read anew whenever it is opened. */
  marks: z.array(HandoverMark),
  /** From when it was given on. */
  items: z.array(HandoverItem),
});
export type Handover = z.infer<typeof Handover>;

/** H2: from this many on an item goes to a lead. */
export const CARRIED_TO_LEAD = 3;

/** Those that the next shift is to do. */
export const itemsLeft = ({ items }: Pick<Handover, 'items'>): readonly HandoverItem[] =>
  items.filter(({ leftOut }) => leftOut === null);

/** Those put first by the giver, then the earliest; those that are left out come last. */
export const inHandoverOrder = <T extends Pick<HandoverItem, 'isFirst' | 'leftOut' | 'dueAtMs'>>(
  items: readonly T[],
): T[] =>
  items.toSorted(
    (a, b) =>
      Number(a.leftOut !== null) - Number(b.leftOut !== null) ||
      Number(b.isFirst) - Number(a.isFirst) ||
      a.dueAtMs - b.dueAtMs,
  );
