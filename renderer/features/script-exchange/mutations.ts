import { useMutation } from '@tanstack/react-query';
import type { ScriptImportId } from '../../../shared/domain/ids.ts';
import type {
  ScriptExportRequest,
  ScriptFileRequest,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';

export function useChooseScriptFile() {
  return useMutation({ mutationFn: () => call('scriptFiles.choose', undefined) });
}

export function useImportScripts() {
  return useMutation({
    mutationFn: (input: { readonly request: ScriptFileRequest; readonly sha256: string }) =>
      call('scriptFiles.import', input),
  });
}

export function useExportScripts() {
  return useMutation({ mutationFn: (request: ScriptExportRequest) => call('scriptFiles.export', request) });
}

export const cancelScriptFile = () => call('scriptFiles.cancel', undefined);

/** Answers with the words for what was done. */
export async function undoScriptImport(importId: ScriptImportId): Promise<string> {
  const { undoneCount, keptCount } = await call('scriptFiles.undo', { importId });
  const kept = keptCount === 0 ? '' : `，${keptCount} 条之后有改动，保留不动`;
  return `已撤销导入 ${undoneCount} 条话术${kept}`;
}
