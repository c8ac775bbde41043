import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportRunId, ShopId } from '../../../shared/domain/ids.ts';
import type { ImportJobId } from '../../../shared/ipc/contract/program/import-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { whenRead } from '../../lib/main-process/query-client.ts';
import { importQueries } from './queries.ts';

function useImportMutation<T, R>(mutationFn: (input: T) => Promise<R>, onSuccess?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    // The message is shown here and not with the call: the button that called may be gone by then.
    ...(onSuccess ? { onSuccess } : {}),
    // The list has to say so too before the same button can be pressed again.
    onSettled: () => whenRead(client, importQueries.all()),
  });
}

export function useChooseFiles() {
  return useImportMutation((shopId: ShopId) => call('imports.choose', { shopId }));
}

export function usePreviewFiles() {
  return useImportMutation((input: { readonly paths: readonly string[]; readonly shopId: ShopId }) =>
    call('imports.preview', { paths: [...input.paths], shopId: input.shopId }),
  );
}

export function useChangeShop() {
  return useImportMutation((input: { readonly jobId: ImportJobId; readonly shopId: ShopId }) =>
    call('imports.changeShop', input),
  );
}

export function useCommitImport() {
  return useImportMutation((jobId: ImportJobId) => call('imports.commit', { jobId }));
}

export function useCancelImport() {
  return useImportMutation((jobId: ImportJobId) => call('imports.cancel', { jobId }));
}

export function useDismissImport() {
  return useImportMutation((jobId: ImportJobId) => call('imports.dismiss', { jobId }));
}

export function useSaveRejected() {
  return useImportMutation((jobId: ImportJobId) => call('imports.saveRejected', { jobId }));
}

export function useUndoImport(onUndone: () => void) {
  return useImportMutation((runId: ImportRunId) => call('imports.undo', { runId }), onUndone);
}

export function useIgnoreFoundFile() {
  return useImportMutation((path: string) => call('imports.ignoreFoundFile', { path }));
}
