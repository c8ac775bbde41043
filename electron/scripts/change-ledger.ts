import type { AgentId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { LibraryChange } from './library-change.ts';

/** As many as the page remembers. */
const KEPT = 50;

type Entry = { readonly change: LibraryChange; readonly agentId: AgentId | null };

/** What can still be taken back, by the agent who did it; gone when the program ends, as the offer to undo is. */
export function createChangeLedger() {
  const entries = new Map<string, Entry>();
  let count = 0;

  return {
    keep(entry: Entry): string {
      count += 1;
      const id = `change-${count}`;
      entries.set(id, entry);
      const [oldest] = entries.keys();
      if (entries.size > KEPT && oldest !== undefined) entries.delete(oldest);
      return id;
    },
    /** The caller forgets it once it is taken back, so that a refused undo may be tried again. */
    changeOf(id: string, agentId: AgentId | null): LibraryChange {
      const entry = entries.get(id);
      if (entry?.agentId !== agentId) throw new AppError('not-found', '这一步已不能撤销');
      return entry.change;
    },
    forget: (id: string): void => void entries.delete(id),
  };
}
