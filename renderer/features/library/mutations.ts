import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { ScriptDraft } from '../../../shared/domain/script.ts';
import { call } from '../../lib/ipc.ts';
import { libraryQueries } from './queries.ts';

function useLibraryMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: libraryQueries.all() }),
  });
}

type Ids = readonly ScriptId[];

/** `id: null` makes a new script. */
export function useSaveScript() {
  return useLibraryMutation(({ id, draft }: { readonly id: ScriptId | null; readonly draft: ScriptDraft }) =>
    id === null ? call('scripts.create', draft) : call('scripts.edit', { id, draft }),
  );
}

export function useMoveScripts() {
  return useLibraryMutation(
    ({ ids, groupId }: { readonly ids: Ids; readonly groupId: ScriptGroupId | null }) =>
      call('scripts.move', { ids: [...ids], groupId }),
  );
}

export function useArchiveScripts() {
  return useLibraryMutation((ids: Ids) => call('scripts.archive', { ids: [...ids] }));
}

export function useRestoreScripts() {
  return useLibraryMutation((ids: Ids) => call('scripts.restore', { ids: [...ids] }));
}

export function useCreateGroup() {
  return useLibraryMutation((input: { readonly name: string; readonly parentId: ScriptGroupId | null }) =>
    call('scriptGroups.create', input),
  );
}

export function useRenameGroup() {
  return useLibraryMutation((input: { readonly id: ScriptGroupId; readonly name: string }) =>
    call('scriptGroups.rename', input),
  );
}

export function useRemoveGroup() {
  return useLibraryMutation((id: ScriptGroupId) => call('scriptGroups.remove', { id }));
}
