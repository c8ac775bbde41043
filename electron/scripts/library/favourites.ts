import type { AgentId, ScriptId } from '../../../shared/domain/ids.ts';

type Dependencies = {
  readonly listOf: (agentId: AgentId) => readonly ScriptId[];
  readonly agentId: () => AgentId | null;
};

/** Of the agent who is signed in. Asked at every keystroke, so kept until it is dropped or somebody else signs in. */
export function createFavourites({ listOf, agentId }: Dependencies) {
  let known: { readonly agentId: AgentId | null; readonly ids: ReadonlySet<ScriptId> } | null = null;

  return {
    current(): ReadonlySet<ScriptId> {
      const id = agentId();
      if (known === null || known.agentId !== id)
        known = { agentId: id, ids: new Set(id === null ? [] : listOf(id)) };
      return known.ids;
    },
    drop(): void {
      known = null;
    },
  };
}
