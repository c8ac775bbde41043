import { DescribedError } from '../../shared/describe-error.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { type Findings, packDiagnostics } from './pack-diagnostics.ts';

type Dependencies = {
  readonly collect: () => Promise<Findings>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly saveFile: (path: string, content: Uint8Array) => void;
  /** Opens the folder that holds the file. */
  readonly showInFolder: (path: string) => void;
  readonly reportBug: (what: string, error: unknown) => void;
  /** `2026-06-10`, in Beijing. */
  readonly today: () => string;
};

export function createDiagnosticsHandlers(dependencies: Dependencies) {
  const { collect, chooseTarget, saveFile, showInFolder, reportBug, today } = dependencies;
  return {
    'diagnostics.save': async () => {
      const path = await chooseTarget(`小二工作台诊断信息-${today()}.zip`);
      if (path === null) return null;
      saveFile(path, packDiagnostics(await collect()));
      showInFolder(path);
      return path;
    },
    'diagnostics.reportBug': ({ description }) => {
      reportBug('page', new DescribedError(description));
    },
  } satisfies Partial<Handlers>;
}
