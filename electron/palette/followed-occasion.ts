import type { AgentId } from '../../shared/domain/ids.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/scripts/script-contract.ts';

type Dependencies = {
  readonly agentId: () => AgentId | null;
  /** Drops all else that the last agent had in hand and the next one must not get. */
  readonly forget: () => void;
};

/** The subject that is open in the workbench, for the palette. Nothing of it goes over to the next agent. */
export function createFollowedOccasion({ agentId, forget }: Dependencies) {
  let occasion: ScriptOccasion | null = null;
  let owner = agentId();
  return {
    current: () => occasion,
    follow(next: ScriptOccasion | null): void {
      occasion = next;
    },
    /** After a sign-in or a lock. */
    agentChanged(): void {
      if (agentId() === owner) return;
      owner = agentId();
      occasion = null;
      forget();
    },
  };
}
