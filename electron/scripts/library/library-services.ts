import { createScriptGroupService } from './script-group-service.ts';
import { createScriptService } from './script-service.ts';

type Scripts = Parameters<typeof createScriptService>[0];
type Groups = Parameters<typeof createScriptGroupService>[0];

type Parts<S, G> = {
  readonly scripts: S;
  readonly scriptGroups: G;
  readonly newId: Scripts['newId'];
};

/** What can be done to scripts and to their groups. Both services keep nothing, so everyone may have their own. */
export function createLibraryServices<
  S extends Scripts['scripts'],
  G extends Scripts['groups'] & Groups['groups'],
>({ scripts, scriptGroups: groups, newId }: Parts<S, G>) {
  const parts = { scripts, groups, newId };
  return { ...parts, service: createScriptService(parts), groupService: createScriptGroupService(parts) };
}
