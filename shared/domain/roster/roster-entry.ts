import { z } from 'zod';
import { CalendarDate } from '../../time/moment.ts';
import { AgentId, ShopId } from '../ids.ts';
import { ShiftCode } from './shift-template.ts';

export const WORK_TYPES = ['online', 'presale', 'aftersale', 'ticket', 'phone', 'chase'] as const;
export const WorkType = z.enum(WORK_TYPES);
export type WorkType = z.infer<typeof WorkType>;
export const ROSTER_SOURCES = ['import', 'manual', 'swap', 'replacement'] as const;
export const RosterSource = z.enum(ROSTER_SOURCES);
export type RosterSource = z.infer<typeof RosterSource>;

/** 排班: one agent on one day, which is the day on which the shift starts. */
export const RosterEntry = z.object({
  date: CalendarDate,
  agentId: AgentId,
  code: ShiftCode,
  /** Empty: all shops. */
  shopIds: z.array(ShopId),
  /** Empty: all kinds of work. */
  workTypes: z.array(WorkType),
  /** Minute of the day at which the meal begins. */
  mealMinute: z.int().min(0).max(1439).nullable(),
  source: RosterSource,
  reason: z.string().nullable(),
  /** A lead has noted that the agent does not come. */
  isAbsent: z.boolean(),
  /** Sign-in is clock-in. */
  inAtMs: z.int().nullable(),
  outAtMs: z.int().nullable(),
  /** As the shift was when the agent clocked in; later changes of the template do not reach it. */
  startAtMs: z.int().nullable(),
  endAtMs: z.int().nullable(),
  breakMinutes: z.int().nullable(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

export const rosterEntryId = ({ date, agentId }: Pick<RosterEntry, 'date' | 'agentId'>): string =>
  `${date}:${agentId}`;
