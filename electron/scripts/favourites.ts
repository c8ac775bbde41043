import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';

type Dependencies = {
  readonly listOf: (agentId: AgentId) => readonly ScriptId[];
  readonly agentId: () => AgentId | null;
};

/** Asked for every script at every keystroke, so kept until it is dropped or somebody else signs in. */
export function createFavourites({ listOf, agentId }: Dependencies) {
  let known: { readonly agentId: AgentId | null; readonly ids: ReadonlySet<ScriptId> } | null = null;

  function current(): ReadonlySet<ScriptId> {
    const id = agentId();
    if (known?.agentId !== id) known = { agentId: id, ids: new Set(id === null ? [] : listOf(id)) };
    return known.ids;
  }

  return {
    isFavourite: (id: ScriptId): boolean => current().has(id),
    drop(): void {
      known = null;
    },
  };
}
