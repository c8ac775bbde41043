import type { Handlers } from '../ipc/register-handlers.ts';
import { type Findings, packDiagnostics } from './pack-diagnostics.ts';

type Dependencies = {
  readonly collect: () => Promise<Findings>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly saveFile: (path: string, content: Uint8Array) => void;
  /** Opens the folder that holds the file. */
  readonly showInFolder: (path: string) => void;
  /** `20260610`, in Beijing. */
  readonly today: () => string;
};

export function createDiagnosticsHandlers(dependencies: Dependencies) {
  const { collect, chooseTarget, saveFile, showInFolder, today } = dependencies;
  return {
    'diagnostics.save': async () => {
      const path = await chooseTarget(`小二工作台诊断信息-${today()}.zip`);
      if (path === null) return null;
      saveFile(path, packDiagnostics(await collect()));
      showInFolder(path);
      return path;
    },
  } satisfies Partial<Handlers>;
}
