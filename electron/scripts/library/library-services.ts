import { createScriptGroupService } from './script-group-service.ts';
import { createScriptService } from './script-service.ts';

type Scripts = Parameters<typeof createScriptService>[0];
type Groups = Parameters<typeof createScriptGroupService>[0];

type Parts<S, G> = {
  readonly scripts: S;
  readonly scriptGroups: G;
} & Pick<Scripts, 'shops' | 'agents' | 'newId'>;

/** The services for scripts and for their groups. They keep nothing, so every caller may have its own. */
export function createLibraryServices<
  S extends Scripts['scripts'],
  G extends Scripts['groups'] & Groups['groups'],
>({ scripts, scriptGroups: groups, shops, agents, newId }: Parts<S, G>) {
  const parts = { scripts, groups, shops, agents, newId };
  return { ...parts, service: createScriptService(parts), groupService: createScriptGroupService(parts) };
}
