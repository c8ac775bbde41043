import { basename } from 'node:path';
import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { SaveTable } from '../exports/save-table.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Roster } from './create-roster.ts';

type Dependencies = {
  readonly roster: Roster;
  readonly saveTable: SaveTable;
  readonly chooseRosterFile: () => Promise<string | null>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly requireActor: () => Actor & { readonly agentId: AgentId };
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

export function createRosterHandlers(dependencies: Dependencies) {
  const { roster, saveTable, chooseRosterFile, chooseTarget, requireActor, changed } = dependencies;

  /** The tasks of many subjects may be another agent's now. */
  function told<T>(recorded: T): T {
    changed('many');
    return recorded;
  }

  return {
    'roster.month': ({ month }) => roster.month(month),
    'roster.set': ({ changes }) => told(roster.set(changes, 'manual', requireActor())),
    'roster.setAbsent': (day) => told(roster.setAbsent(day, requireActor())),
    'roster.readFile': async ({ month }) => {
      const path = await chooseRosterFile();
      if (path === null) return null;
      const { cells, faults } = roster.readFile(path, month);
      return {
        name: basename(path),
        cells: [...cells],
        faults: [...faults],
        changed: roster.countChanged(cells),
      };
    },
    'roster.import': ({ changes }) => told(roster.set(changes, 'import', requireActor())),
    'roster.export': async ({ month, layout }) => {
      const path = await chooseTarget(`排班-${month}.xlsx`);
      if (path === null) return null;
      saveTable(path, roster.tableOf(month, layout));
      return { path };
    },
    'roster.ask': (asked) => told(roster.requests.ask(asked, requireActor())),
    'roster.answer': ({ id, answer }) => told(roster.requests.answer(id, answer, requireActor())),
  } satisfies Partial<Handlers>;
}
