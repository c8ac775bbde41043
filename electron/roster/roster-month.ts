import type { AgentId } from '../../shared/domain/ids.ts';
import type { RosterEntry } from '../../shared/domain/roster/roster-entry.ts';
import { daysOfMonth } from '../../shared/domain/roster/sheet-dates.ts';
import type { ShiftRequest } from '../../shared/domain/roster/shift-request.ts';
import type { ShiftTemplate } from '../../shared/domain/roster/shift-template.ts';
import { shiftsOf } from '../../shared/domain/roster/shifts.ts';
import type { AgentHours, RosterMonth } from '../../shared/ipc/contract/roster-contract.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import { MINUTE } from '../../shared/time/durations.ts';

type Dependencies = {
  readonly now: () => number;
  readonly roster: { between(from: string, to: string): RosterEntry[] };
  readonly shiftRequests: { listOpen(): ShiftRequest[] };
  readonly settings: { ofApp(): { readonly roster: { readonly lateAfterMinutes: number } } };
  readonly templates: () => readonly ShiftTemplate[];
};

type Counting = { readonly templates: readonly ShiftTemplate[]; readonly lateAfterMinutes: number };

/** S6: days, nights and hours of one agent. */
export function hoursOf(
  agentId: AgentId,
  entries: readonly RosterEntry[],
  { templates, lateAfterMinutes }: Counting,
): AgentHours {
  const shifts = shiftsOf(entries, templates);
  const worked = shifts.filter(({ entry }) => entry.inAtMs !== null);
  const sum = (of: typeof shifts) => of.reduce((minutes, { workMinutes }) => minutes + workMinutes, 0);
  return {
    agentId,
    days: shifts.length,
    nights: shifts.filter(({ isNight }) => isNight).length,
    rests: entries.length - shifts.length,
    plannedMinutes: sum(shifts),
    workedMinutes: sum(worked),
    lateCount: worked.filter(
      ({ entry, startMs }) => (entry.inAtMs ?? 0) > startMs + lateAfterMinutes * MINUTE,
    ).length,
  };
}

/** A month of the roster with what agents have asked to have changed. */
export function createRosterMonth({ now, roster, shiftRequests, settings, templates }: Dependencies) {
  return {
    read(month: string): RosterMonth {
      const days = daysOfMonth(month);
      const entries = roster.between(days[0] ?? '', days.at(-1) ?? '');
      const counting = { templates: templates(), lateAfterMinutes: settings.ofApp().roster.lateAfterMinutes };
      const byAgent = Map.groupBy(entries, ({ agentId }) => agentId);
      return {
        days,
        entries,
        shifts: [...counting.templates],
        hours: [...byAgent].map(([agentId, own]) => hoursOf(agentId, own, counting)),
        requests: shiftRequests.listOpen(),
        today: beijingDate(now()),
      };
    },
  };
}
