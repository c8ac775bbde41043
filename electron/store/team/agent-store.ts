import type { AgentId } from '../../../shared/domain/ids.ts';
import { Agent, AgentRole } from '../../../shared/domain/team/agent.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type AgentRow = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly pin_hash: string | null;
  readonly is_archived: number;
};

function toAgent(row: AgentRow): Agent {
  return {
    id: row.id as AgentId,
    name: row.name,
    role: AgentRole.parse(row.role),
    hasPin: row.pin_hash !== null,
    isArchived: row.is_archived === 1,
  };
}

export type AgentStore = ReturnType<typeof createAgentStore>;

/** The PIN's hash never leaves this file but through `pinHash`. */
export function createAgentStore(db: WritableDb) {
  const select = db.prepare<[string], AgentRow>('SELECT * FROM agents WHERE id = ?');
  const selectByName = db.prepare<[string], AgentRow>('SELECT * FROM agents WHERE name = ?');
  const selectAll = db.prepare<[], AgentRow>(
    'SELECT * FROM agents ORDER BY is_archived, created_at_ms, name',
  );
  const insert = db.prepare<[string, string, string, string | null, number]>(
    'INSERT INTO agents (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const update = db.prepare<[string, string, number, string]>(
    'UPDATE agents SET name = ?, role = ?, is_archived = ? WHERE id = ?',
  );
  const updatePin = db.prepare<[string | null, string]>('UPDATE agents SET pin_hash = ? WHERE id = ?');

  function get(id: AgentId): Agent | undefined {
    const row = select.get(id);
    return row && toAgent(row);
  }
  const save = (agent: Omit<Agent, 'hasPin'>): void =>
    void update.run(agent.name, agent.role, Number(agent.isArchived), agent.id);

  return {
    undoable: undoableTable({
      table: 'agents',
      recorded: Agent,
      guarded: ['name', 'role', 'isArchived'],
      get: (id) => get(id as AgentId),
      save: (agent) => save(agent),
    }),
    get,
    findByName(name: string): Agent | undefined {
      const row = selectByName.get(name);
      return row && toAgent(row);
    },
    list: (): Agent[] => selectAll.all().map(toAgent),
    pinHash: (id: AgentId): string | null => select.get(id)?.pin_hash ?? null,
    add(agent: Omit<Agent, 'hasPin'>, pinHash: string | null, nowMs: number): void {
      insert.run(agent.id, agent.name, agent.role, pinHash, nowMs);
    },
    save,
    setPinHash: (id: AgentId, pinHash: string | null): void => void updatePin.run(pinHash, id),
  };
}
