import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import type { RosterEntry } from '../../shared/domain/roster/roster-entry.ts';
import type { ShiftTemplate } from '../../shared/domain/roster/shift-template.ts';
import { nextShiftOf, onDutyAt, type Shift, shiftAt, shiftsOf } from '../../shared/domain/roster/shifts.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';

/** So far ahead a next shift is looked for; a roster is rarely made for longer. */
const AHEAD_MS = 45 * DAY;

type Dependencies = {
  readonly roster: {
    between(from: string, to: string): RosterEntry[];
    ofAgent(agentId: AgentId, from: string, to: string): RosterEntry[];
  };
  readonly settings: { ofApp(): { readonly roster: { readonly shifts: readonly ShiftTemplate[] } } };
};

/** H1: asks the roster for the shifts of a time or of an agent. */
export function createReadRoster({ roster, settings }: Dependencies) {
  const templates = () => settings.ofApp().roster.shifts;
  /** A night that began the day before may still go on. */
  const between = (fromMs: EpochMs, toMs: EpochMs): Shift[] =>
    shiftsOf(roster.between(beijingDate(fromMs - DAY), beijingDate(toMs)), templates()).filter(
      (shift) => shift.endMs > fromMs && shift.startMs <= toMs,
    );
  const ofAgent = (agentId: AgentId, fromMs: EpochMs, toMs: EpochMs): Shift[] =>
    shiftsOf(roster.ofAgent(agentId, beijingDate(fromMs - DAY), beijingDate(toMs)), templates());

  return {
    templates,
    /** The shifts that lie in this time or reach into it, the earliest first. */
    between,
    ofAgent,
    /** Everybody who is to work then, for the shop if one is named. */
    onDutyAt: (atMs: EpochMs, shopId: ShopId | null = null): readonly Shift[] =>
      onDutyAt(between(atMs, atMs), atMs, shopId),
    /** The shift in which the agent is then. */
    shiftAt: (agentId: AgentId, atMs: EpochMs): Shift | null =>
      shiftAt(ofAgent(agentId, atMs, atMs), agentId, atMs),
    /** The first shift of the agent that starts then or later. */
    nextShift: (agentId: AgentId, fromMs: EpochMs): Shift | null =>
      nextShiftOf(ofAgent(agentId, fromMs, fromMs + AHEAD_MS), agentId, fromMs),
    /** Of a day, by the day on which they start. */
    ofDay: (date: string): Shift[] => shiftsOf(roster.between(date, date), templates()),
  };
}
