import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportRunId, ShopId } from '../../../shared/domain/ids.ts';
import type { ImportJobId } from '../../../shared/ipc/contract/program/import-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { whenRead } from '../../lib/main-process/query-client.ts';
import { takeReports } from '../../lib/main-process/waiting-reports.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { importQueries } from './queries.ts';

type Told = { readonly onSuccess?: () => void; readonly onError?: (error: Error) => void };

function useImportMutation<T, R>(mutationFn: (input: T) => Promise<R>, told: Told = {}) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn,
    // The page tells of a failure here and not with the call: the button that called may be gone by then.
    onError: (error) => feedback.fail(error),
    ...told,
    // The list has to say so too before the same button can be pressed again.
    onSettled: () => whenRead(client, importQueries.all()),
  });
}

export function useChooseFiles() {
  return useImportMutation((shopId: ShopId | null) => call('imports.choose', { shopId }));
}

export function usePreviewFiles() {
  return useImportMutation((input: { readonly paths: readonly string[]; readonly shopId: ShopId | null }) =>
    call('imports.preview', { paths: [...input.paths], shopId: input.shopId }),
  );
}

export function useTakeReports() {
  return useImportMutation(takeReports);
}

export function useChangeShop() {
  return useImportMutation((input: { readonly jobId: ImportJobId; readonly shopId: ShopId }) =>
    call('imports.changeShop', input),
  );
}

export function useCommitImport() {
  return useImportMutation((jobIds: readonly ImportJobId[]) =>
    Promise.all(jobIds.map((jobId) => call('imports.commit', { jobId }))),
  );
}

export function useCancelImport() {
  return useImportMutation((jobId: ImportJobId) => call('imports.cancel', { jobId }));
}

export function useDismissImport() {
  return useImportMutation((jobIds: readonly ImportJobId[]) =>
    Promise.all(jobIds.map((jobId) => call('imports.dismiss', { jobId }))),
  );
}

export function useSaveRejected() {
  return useImportMutation((jobId: ImportJobId) => call('imports.saveRejected', { jobId }));
}

/** The latest first: what a later file has brought may stand on what an earlier one has. */
export function useUndoImports(told: Told) {
  const undoAfter = (before: Promise<undefined>, runId: ImportRunId) =>
    before.then(() => call('imports.undo', { runId }));
  return useImportMutation(
    (runIds: readonly ImportRunId[]) => runIds.toReversed().reduce(undoAfter, Promise.resolve(undefined)),
    told,
  );
}

export function useIgnoreFoundFile() {
  return useImportMutation((path: string) => call('imports.ignoreFoundFile', { path }));
}
