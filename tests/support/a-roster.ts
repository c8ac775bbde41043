import type { AgentId } from '../../shared/domain/ids.ts';
import type { RosterEntry } from '../../shared/domain/roster/roster-entry.ts';
import type { ShiftCode } from '../../shared/domain/roster/shift-template.ts';

/** A planned day of the agent, for all shops and all work. */
export const anEntry = (agent: string, date: string, code: ShiftCode): RosterEntry => ({
  date,
  agentId: agent as AgentId,
  code,
  shopIds: [],
  workTypes: [],
  mealMinute: null,
  source: 'manual',
  reason: null,
  isAbsent: false,
  inAtMs: null,
  outAtMs: null,
  startAtMs: null,
  endAtMs: null,
  breakMinutes: null,
});
