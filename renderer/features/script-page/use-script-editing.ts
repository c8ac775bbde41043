import type { Script, ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { useMayEdit } from '../../lib/main-process/app-state.ts';
import { usePropose, useRestoreVersion } from './mutations.ts';

/** The changes that the agent may make at once, and those that a lead has to accept. */
export function useScriptEditing(script: Script) {
  const restore = useRestoreVersion();
  const propose = usePropose();
  const isFree = useMayEdit(script.scope);
  return {
    isFree,
    /** `version` is how the agent knows it: its time. */
    restore(draft: ScriptDraft, version: string): void {
      if (isFree) restore.mutate({ id: script.id, draft, version });
      else {
        const reason = `恢复为${version}的版本`;
        propose.mutate({ kind: 'edit', scriptId: script.id, draft, reason, exampleId: null });
      }
    },
    proposeArchive: (reason: string): void =>
      propose.mutate({ kind: 'archive', scriptId: script.id, reason, exampleId: null }),
  };
}
