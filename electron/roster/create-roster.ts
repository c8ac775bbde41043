import type { AgentId } from '../../shared/domain/ids.ts';
import { type RosterSheet } from '../../shared/domain/roster/read-sheet.ts';
import type { RosterEntry } from '../../shared/domain/roster/roster-entry.ts';
import type { ShiftRequest } from '../../shared/domain/roster/shift-request.ts';
import type { ShiftTemplate } from '../../shared/domain/roster/shift-template.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { Act } from '../kernel/activities/act.ts';
import { createClocking } from './clocking.ts';
import { createEditRoster } from './edit-roster.ts';
import { createReadRoster } from './read-roster.ts';
import { type ListTables, readRosterFile } from './read-roster-file.ts';
import { createRosterMonth } from './roster-month.ts';
import { rosterList, rosterMatrix } from './roster-tables.ts';
import { createShiftRequests } from './shift-requests.ts';

type Dependencies = {
  readonly act: Act;
  readonly newId: (nowMs: number) => string;
  readonly now: () => number;
  readonly roster: {
    get(date: string, agentId: AgentId): RosterEntry | undefined;
    save(entry: RosterEntry): void;
    remove(entry: Pick<RosterEntry, 'date' | 'agentId'>): void;
    between(from: string, to: string): RosterEntry[];
    ofAgent(agentId: AgentId, from: string, to: string): RosterEntry[];
  };
  readonly shiftRequests: {
    get(id: string): ShiftRequest | undefined;
    save(request: ShiftRequest): void;
    listOpen(): ShiftRequest[];
  };
  readonly agents: { get(id: AgentId): Agent | undefined; list(): Agent[] };
  readonly settings: {
    ofApp(): {
      readonly roster: { readonly shifts: readonly ShiftTemplate[]; readonly lateAfterMinutes: number };
    };
  };
  readonly requireLeadIfAny: () => void;
  readonly listTables: ListTables;
};

export type Roster = ReturnType<typeof createRoster>;

/** H1: the roster as leads plan it, agents see it, and other duties ask it. */
export function createRoster(dependencies: Dependencies) {
  const { agents, listTables } = dependencies;
  const reading = createReadRoster(dependencies);
  const working = () => agents.list().filter(({ isArchived }) => !isArchived);
  const months = createRosterMonth({ ...dependencies, templates: reading.templates });
  const named = (month: string) => ({ month: months.read(month), agents: working() });

  return {
    ...reading,
    month: months.read,
    ...createEditRoster(dependencies),
    requests: createShiftRequests(dependencies),
    clock: createClocking({
      ...dependencies,
      save: dependencies.roster.save,
      shiftsAround: reading.ofAgent,
    }),
    /** Nothing is written: the file as days of agents, and each cell that could not be read. */
    readFile: (path: string, month: string): RosterSheet =>
      readRosterFile(path, { month, agents: working(), templates: reading.templates(), listTables }),
    tableOf: (month: string, layout: 'matrix' | 'list') =>
      layout === 'matrix' ? rosterMatrix(named(month)) : rosterList(named(month)),
  };
}
