import { assertNever } from '../../errors.ts';
import type { AgentId, ShopId } from '../ids.ts';
import type { Agent } from '../team/agent.ts';
import type { ScriptScope } from './script.ts';

/** The agent who looks for a script, and the shop it is for; `null`: no agent is signed in, no order is in view. */
export type ScriptViewer = { readonly agentId: AgentId | null; readonly shopId: ShopId | null };

/** A personal script is visible to its agent alone, not even to leads. */
export function isVisibleTo(scope: ScriptScope, agentId: AgentId | null): boolean {
  return scope.kind !== 'personal' || scope.agentId === agentId;
}

/** For an order, what another shop says is no help. */
export function isOffered(scope: ScriptScope, { agentId, shopId }: ScriptViewer): boolean {
  if (scope.kind === 'shop') return shopId === null || scope.shopId === shopId;
  return isVisibleTo(scope, agentId);
}

/** Of two scripts with one code, that of the larger nearness is meant. */
export function nearnessOf({ kind }: ScriptScope): number {
  switch (kind) {
    case 'personal':
      return 2;
    case 'shop':
      return 1;
    case 'all':
      return 0;
    default:
      return assertNever(kind);
  }
}

/** The owner of the script as one text; `''` for all. */
export function ownerOf(scope: ScriptScope): string {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'shop':
      return scope.shopId;
    case 'personal':
      return scope.agentId;
    default:
      return assertNever(scope);
  }
}

export const isSameScope = (one: ScriptScope, other: ScriptScope): boolean =>
  one.kind === other.kind && ownerOf(one) === ownerOf(other);

/** How a shop wants its library changed, and who could accept a change. */
export type ScriptApproval = {
  readonly isRequired: boolean;
  readonly team: readonly Pick<Agent, 'role' | 'isArchived'>[];
};

/** Leads and managers answer proposals; where there is none, agents answer for themselves. */
export function mayDecide({ role }: Pick<Agent, 'role'>, team: ScriptApproval['team']): boolean {
  return role !== 'agent' || !team.some((other) => other.role !== 'agent' && !other.isArchived);
}

/** Whether the change may be made at once. Where the shop wants it so, what others see is for a lead to accept. */
export function mayEdit(
  { scope }: { readonly scope: ScriptScope },
  agent: Pick<Agent, 'id' | 'role'>,
  { isRequired, team }: ScriptApproval,
): boolean {
  if (scope.kind === 'personal') return scope.agentId === agent.id;
  return !isRequired || mayDecide(agent, team);
}
