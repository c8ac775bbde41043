import { z } from 'zod';
import { CalendarDate } from '../../time/moment.ts';
import { AgentId } from '../ids.ts';

export const SHIFT_REQUEST_KIND_LABELS = { swap: '换班', leave: '请假' } as const;
const ShiftRequestKind = z.enum(['swap', 'leave']);

const ShiftRequestState = z.enum(['asked', 'agreed', 'approved', 'refused', 'withdrawn']);

/** 换班, 请假: an agent asks, the colleague of a swap agrees, a lead decides. */
export const ShiftRequest = z.object({
  id: z.string().min(1).max(64),
  kind: ShiftRequestKind,
  agentId: AgentId,
  date: CalendarDate,
  /** The colleague of a swap, and the day that the agent takes over from them. */
  withAgentId: AgentId.nullable(),
  withDate: CalendarDate.nullable(),
  reason: z.string().nullable(),
  state: ShiftRequestState,
  askedAtMs: z.int(),
  decidedById: AgentId.nullable(),
  decidedAtMs: z.int().nullable(),
});
export type ShiftRequest = z.infer<typeof ShiftRequest>;
export type ShiftRequestState = ShiftRequest['state'];

export const isOpenRequest = ({ state }: ShiftRequest): boolean => state === 'asked' || state === 'agreed';
