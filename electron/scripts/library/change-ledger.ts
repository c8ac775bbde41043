import type { AgentId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import type { LibraryChange } from './library-change.ts';

/** As many as the page remembers. */
const MOST_STROKES = 50;
/** Some 30 MB: a library that is changed as a whole, again and again, must not fill the memory. */
const MOST_CHANGES = 20_000;

type Entry = { readonly change: LibraryChange; readonly agentId: AgentId | null };

const sizeOf = ({ change }: Entry): number => change.scripts.length + change.groups.length;

/** What can still be taken back, by the agent who did it; gone when the program ends, as the offer to undo is. */
export function createChangeLedger() {
  const entries = new Map<string, Entry>();
  let count = 0;
  let size = 0;

  function forget(id: string): void {
    const entry = entries.get(id);
    if (entry && entries.delete(id)) size -= sizeOf(entry);
  }

  return {
    /** The newest is always kept, however large it is. */
    keep(entry: Entry): string {
      count += 1;
      const id = `change-${count}`;
      entries.set(id, entry);
      size += sizeOf(entry);
      for (const old of entries.keys()) {
        if (old === id || (entries.size <= MOST_STROKES && size <= MOST_CHANGES)) break;
        forget(old);
      }
      return id;
    },
    /** The caller forgets it once it is taken back, so that a refused undo may be tried again. */
    changeOf(id: string, agentId: AgentId | null): LibraryChange {
      const entry = entries.get(id);
      if (entry?.agentId !== agentId) throw new AppError('not-found', '这一步已不能撤销');
      return entry.change;
    },
    forget,
  };
}
