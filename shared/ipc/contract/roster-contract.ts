import { z } from 'zod';
import { AgentId, ShopId } from '../../domain/ids.ts';
import { RosterEntry, WorkType } from '../../domain/roster/roster-entry.ts';
import { ShiftRequest } from '../../domain/roster/shift-request.ts';
import { ShiftCode, ShiftTemplate } from '../../domain/roster/shift-template.ts';
import { CalendarDate } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { wordsOrNone } from './note.ts';
import { Recorded } from './task-contract.ts';

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** A day of an agent as it is to be; fields that are left out stay as they are. */
const RosterChange = z.object({
  date: CalendarDate,
  agentId: AgentId,
  /** `null`: the day is not planned. */
  code: ShiftCode.nullable(),
  shopIds: z.array(ShopId).max(50).optional(),
  workTypes: z.array(WorkType).optional(),
  mealMinute: z.int().min(0).max(1439).nullable().optional(),
});
export type RosterChange = z.infer<typeof RosterChange>;

/** A team of a hundred, for three months. */
const Changes = z.array(RosterChange).min(1).max(10_000);

const Fault = z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() });

/** How long an agent worked in the month, or will have by the plan. */
const AgentHours = z.object({
  agentId: AgentId,
  days: z.int(),
  nights: z.int(),
  rests: z.int(),
  plannedMinutes: z.int(),
  /** Of the shifts in which the agent has clocked in here. */
  workedMinutes: z.int(),
  lateCount: z.int(),
});
export type AgentHours = z.infer<typeof AgentHours>;

const RosterMonth = z.object({
  days: z.array(CalendarDate),
  entries: z.array(RosterEntry),
  shifts: z.array(ShiftTemplate),
  hours: z.array(AgentHours),
  requests: z.array(ShiftRequest),
  today: CalendarDate,
});
export type RosterMonth = z.infer<typeof RosterMonth>;

export const rosterContract = {
  'roster.month': { input: z.object({ month: Month }), output: RosterMonth },
  /** `null`: it was so already. */
  'roster.set': { input: z.object({ changes: Changes }), output: Recorded.nullable() },
  'roster.setAbsent': {
    input: z.object({
      date: CalendarDate,
      agentId: AgentId,
      isAbsent: z.boolean(),
      reason: wordsOrNone(200),
    }),
    output: Recorded,
  },
  /** `null`: no file was chosen. Nothing is written; `roster.import` does that with the cells. */
  'roster.readFile': {
    input: z.object({ month: Month }),
    output: z
      .object({
        name: z.string(),
        cells: z.array(z.object({ date: CalendarDate, agentId: AgentId, code: ShiftCode })),
        changed: z.int(),
        faults: z.array(Fault),
      })
      .nullable(),
  },
  'roster.import': { input: z.object({ changes: Changes }), output: Recorded.nullable() },
  'roster.export': {
    input: z.object({ month: Month, layout: z.enum(['matrix', 'list']) }),
    output: z.object({ path: z.string() }).nullable(),
  },
  /** 换班 with a colleague, or 请假. */
  'roster.ask': {
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('swap'),
        date: CalendarDate,
        withAgentId: AgentId,
        withDate: CalendarDate,
        reason: wordsOrNone(200),
      }),
      z.object({ kind: z.literal('leave'), date: CalendarDate, reason: wordsOrNone(200) }),
    ]),
    output: Recorded,
  },
  'roster.answer': {
    input: z.object({
      id: z.string().min(1).max(64),
      answer: z.enum(['agree', 'approve', 'refuse', 'withdraw']),
    }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
