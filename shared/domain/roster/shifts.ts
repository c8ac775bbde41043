import { dateToMs } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import type { AgentId, ShopId } from '../ids.ts';
import type { RosterEntry } from './roster-entry.ts';
import { minutesOf, type ShiftTemplate } from './shift-template.ts';

/** A time of work of one agent, `[start, end)`; of a night over midnight the day is that of its start. */
export type Shift = {
  readonly entry: RosterEntry;
  readonly agentId: AgentId;
  readonly date: string;
  readonly code: string;
  readonly name: string;
  readonly startMs: EpochMs;
  readonly endMs: EpochMs;
  readonly isNight: boolean;
  /** Of work, without breaks. */
  readonly workMinutes: number;
};

type Hours = { readonly startMs: EpochMs; readonly endMs: EpochMs; readonly breakMinutes: number };

/** A shift that was worked stays as it was, also when its template has changed or is gone. */
function hoursOf(entry: RosterEntry, template: ShiftTemplate | undefined): Hours | null {
  const { startAtMs, endAtMs, breakMinutes } = entry;
  if (startAtMs !== null && endAtMs !== null)
    return { startMs: startAtMs, endMs: endAtMs, breakMinutes: breakMinutes ?? 0 };
  const dayMs = dateToMs(entry.date);
  if (template === undefined || dayMs === undefined) return null;
  const { from, to } = minutesOf(template);
  return {
    startMs: dayMs + from * MINUTE,
    endMs: dayMs + to * MINUTE,
    breakMinutes: template.breakMinutes,
  };
}

/** A night goes on after midnight, or begins before six. */
function isNight(date: string, { startMs, endMs }: Hours): boolean {
  const midnightMs = dateToMs(date) ?? startMs;
  return endMs > midnightMs + DAY || startMs < midnightMs + 6 * HOUR;
}

/** `null`: the agent does not work that day, or it is planned by a code that has no template any more. */
export function shiftOfEntry(entry: RosterEntry, templates: readonly ShiftTemplate[]): Shift | null {
  const template = templates.find(({ code }) => code === entry.code);
  const hours = hoursOf(entry, template);
  if (hours === null) return null;
  const { startMs, endMs, breakMinutes } = hours;
  return {
    entry,
    agentId: entry.agentId,
    date: entry.date,
    code: entry.code,
    name: template?.name ?? entry.code,
    startMs,
    endMs,
    isNight: isNight(entry.date, hours),
    workMinutes: Math.max(Math.round((endMs - startMs) / MINUTE) - breakMinutes, 0),
  };
}

/** The shifts that these days have, the earliest first. */
export const shiftsOf = (entries: readonly RosterEntry[], templates: readonly ShiftTemplate[]): Shift[] =>
  entries
    .flatMap((entry) => shiftOfEntry(entry, templates) ?? [])
    .toSorted((a, b) => a.startMs - b.startMs || (a.agentId < b.agentId ? -1 : 1));

const holds = ({ startMs, endMs }: Shift, atMs: EpochMs): boolean => startMs <= atMs && atMs < endMs;

export const servesShop = ({ entry }: Shift, shopId: ShopId | null): boolean =>
  shopId === null || entry.shopIds.length === 0 || entry.shopIds.includes(shopId);

/** Everybody who is to work then, for the shop if one is named; agents whose absence is noted are left out. */
export const onDutyAt = (
  shifts: readonly Shift[],
  atMs: EpochMs,
  shopId: ShopId | null = null,
): readonly Shift[] =>
  shifts.filter((shift) => holds(shift, atMs) && !shift.entry.isAbsent && servesShop(shift, shopId));

/** The shift in which the agent is then, unless their absence is noted; of two that overlap the one that has begun last. */
export const shiftAt = (shifts: readonly Shift[], agentId: AgentId, atMs: EpochMs): Shift | null =>
  shifts.findLast((shift) => shift.agentId === agentId && holds(shift, atMs) && !shift.entry.isAbsent) ??
  null;

/** The first shift of the agent that starts then or later: it may follow at once on the one before. */
export const nextShiftOf = (shifts: readonly Shift[], agentId: AgentId, fromMs: EpochMs): Shift | null =>
  shifts.find((shift) => shift.agentId === agentId && shift.startMs >= fromMs && !shift.entry.isAbsent) ??
  null;
