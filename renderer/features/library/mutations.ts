import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import type { CallInput, Channel } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { whenRead } from '../../lib/main-process/query-client.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { libraryQueries } from './queries.ts';

type Edit = Extract<Channel, `scripts.${string}` | `scriptGroups.${string}`>;

function useLibraryMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => whenRead(client, libraryQueries.all()),
  });
}

export const useEdit = <C extends Edit>(channel: C) =>
  useLibraryMutation((input: CallInput<C>) => call(channel, input));

/** `id: null` makes a new script. */
export function useSaveScript() {
  return useLibraryMutation(({ id, draft }: { readonly id: ScriptId | null; readonly draft: ScriptDraft }) =>
    id === null ? call('scripts.create', draft) : call('scripts.edit', { id, draft }),
  );
}

export function useSuggestScript() {
  return useMutation({ mutationFn: (typed: string) => call('scripts.suggest', { typed }) });
}

export function useProposeScript() {
  return useLibraryMutation((input: CallInput<'scriptProposals.propose'>) =>
    call('scriptProposals.propose', input),
  );
}

export function useMarkSeen() {
  return useMutation({
    mutationFn: (input: CallInput<'scriptNews.markSeen'>) => call('scriptNews.markSeen', input),
  });
}

export function useSetFavourite() {
  return useMutation({
    mutationFn: (input: CallInput<'scripts.setFavourite'>) => call('scripts.setFavourite', input),
  });
}

/** `onSaved` is not called when the agent cancels. */
export function useSaveWordingTable(onSaved: (path: string) => void) {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (input: CallInput<'exports.save'>) => call('exports.save', input),
    onSuccess: (path) => path !== null && onSaved(path),
    onError: (error) => feedback.fail(error),
  });
}
