import { FOR_ALL, type Script, type ScriptScope } from '../../../shared/domain/scripts/script.ts';
import type { ScriptViewer } from '../../../shared/domain/scripts/script-scope.ts';

type Scripts = { readonly findByCode: (code: string, scope: ScriptScope) => Script | undefined };

export type NearestWithCode = ReturnType<typeof createNearestWithCode>;

/** Of several scripts with a code the agent's own wins over the shop's, and that over the one for all. */
export function createNearestWithCode({ findByCode }: Scripts) {
  return (code: string, { agentId, shopId }: ScriptViewer): Script | undefined => {
    const scopes: ScriptScope[] = [
      ...(agentId === null ? [] : [{ kind: 'personal', agentId } as const]),
      ...(shopId === null ? [] : [{ kind: 'shop', shopId } as const]),
      FOR_ALL,
    ];
    for (const scope of scopes) {
      const found = findByCode(code, scope);
      if (found) return found;
    }
    return undefined;
  };
}
