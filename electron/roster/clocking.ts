import type { AgentId } from '../../shared/domain/ids.ts';
import { type RosterEntry, rosterEntryId } from '../../shared/domain/roster/roster-entry.ts';
import type { Shift } from '../../shared/domain/roster/shifts.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { HOUR, MINUTE } from '../../shared/time/durations.ts';
import type { Act } from '../kernel/activities/act.ts';

/** An agent who comes so early comes for this shift. */
const EARLY_MS = 2 * HOUR;
/** A page that is locked earlier than this is a break; the last lock of a shift is when its agent goes. */
const LEAVING_MS = 30 * MINUTE;
const OVERTIME_MS = 6 * HOUR;

type Dependencies = {
  readonly act: Act;
  readonly save: (entry: RosterEntry) => void;
  readonly shiftsAround: (agentId: AgentId, fromMs: EpochMs, toMs: EpochMs) => readonly Shift[];
};

/** H1: sign-in is clock-in, and the last lock around the end of a shift is clock-out. */
export function createClocking({ act, save, shiftsAround }: Dependencies) {
  function note(
    kind: 'clocked-in' | 'clocked-out',
    entry: RosterEntry,
    { agentId, nowMs }: { readonly agentId: AgentId; readonly nowMs: EpochMs },
  ): void {
    act({ agentId, nowMs }, () => ({
      subject: asSubject('agent', agentId),
      kind,
      data: { text: `${entry.date.slice(5)} ${entry.code}` },
      rows: [{ table: 'roster_entries', id: rosterEntryId(entry) }],
      write: () => save(entry),
      message: '',
    }));
  }

  return {
    /** Only the first sign-in of a shift counts. */
    in(agentId: AgentId, nowMs: EpochMs): void {
      const shift = shiftsAround(agentId, nowMs, nowMs + EARLY_MS).find(
        ({ startMs, endMs }) => startMs - EARLY_MS <= nowMs && nowMs < endMs,
      );
      if (!shift || shift.entry.inAtMs !== null) return;
      const { entry, startMs, endMs } = shift;
      const breakMinutes = Math.round((endMs - startMs) / MINUTE) - shift.workMinutes;
      const came = { inAtMs: nowMs, isAbsent: false, startAtMs: startMs, endAtMs: endMs, breakMinutes };
      note('clocked-in', { ...entry, ...came }, { agentId, nowMs });
    },

    out(agentId: AgentId, nowMs: EpochMs): void {
      const shift = shiftsAround(agentId, nowMs - OVERTIME_MS, nowMs).findLast(
        ({ entry, endMs }) =>
          entry.inAtMs !== null && endMs - LEAVING_MS <= nowMs && nowMs <= endMs + OVERTIME_MS,
      );
      if (shift) note('clocked-out', { ...shift.entry, outAtMs: nowMs }, { agentId, nowMs });
    },
  };
}
