import type { Rolldown } from 'vite';

type Options = {
  /** The page that the program starts with. */
  readonly first: string;
  /** The other pages. */
  readonly others: readonly string[];
};

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/** The page needs these before it can draw anything; what it imports later is not among them. */
function readAtOnce(page: string, modules: Modules): ReadonlySet<string> {
  const needed = new Set<string>();
  const waiting = [page];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return needed;
}

/**
 * The pages start from few files. Left to itself the bundler makes one for each set of pages and later parts that share
 * a module, and main would answer two dozen requests of the first page while it should read the program.
 */
export function startChunks({ first, others }: Options): Rolldown.CodeSplittingGroup[] {
  const known = new Map<string, ReadonlySet<string>>();
  function needs(page: string, id: string, modules: Modules): boolean {
    const needed = known.get(page) ?? readAtOnce(page, modules);
    known.set(page, needed);
    return needed.has(id);
  }
  return [
    {
      tags: ['$initial'],
      debugName: 'what pages start from',
      name(id, modules) {
        if ([first, ...others].includes(id)) return null;
        const isOfOthers = others.some((page) => needs(page, id, modules));
        if (!needs(first, id, modules)) return null;
        return isOfOthers ? 'shared' : 'workbench';
      },
    },
  ];
}
