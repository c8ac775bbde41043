import { AppError } from '../../../shared/errors.ts';
import type { ScriptFileRequest } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { undoScriptImport, useImportScripts } from './mutations.ts';

/** Writes what the preview has shown, and says so with the way back. */
export function useImportCommit(onDone: () => void) {
  const feedback = useFeedback();
  const importing = useImportScripts();

  async function write(request: ScriptFileRequest, sha256: string): Promise<void> {
    const done = await importing.mutateAsync({ request, sha256 });
    if (done.kind === 'cancelled') return;
    if (done.kind === 'unreadable') throw new AppError('invalid-input', done.reason);
    const { importId, writtenCount } = done;
    const message = `已导入 ${writtenCount.toLocaleString('zh-CN')} 条话术`;
    if (importId === null) feedback.done('文件与话术库相同，没有改动');
    else feedback.done(message, { undo: () => undoScriptImport(importId) });
    onDone();
  }

  return {
    commit: (request: ScriptFileRequest, sha256: string) => write(request, sha256).catch(feedback.fail),
    isPending: importing.isPending,
  };
}
