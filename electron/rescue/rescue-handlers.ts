import { AppError } from '../../shared/errors.ts';
import type { RescueState } from '../../shared/ipc/contract/rescue-contract.ts';
import type { RescueHandlers } from '../ipc/answer-calls.ts';

type Dependencies = {
  readonly look: () => RescueState;
  /** Puts the copy in the place of the store. */
  readonly restore: (from: string) => Promise<void>;
  readonly chooseCopy: () => Promise<string | null>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  /** Answers with how many rows could be read. */
  readonly saveReadable: (target: string) => Promise<number>;
  readonly saveDiagnostics: (target: string) => Promise<void>;
  readonly setAside: () => void;
  /** Opens the program where the store is fit again; `false`: it is not. */
  readonly openIfFit: (look: { readonly isThorough: boolean }) => Promise<boolean>;
  readonly showInFolder: (path: string) => void;
  /** `20260610`. */
  readonly today: () => string;
};

/** The answers to the page of a store that cannot be opened: there is no agent, and no program yet. */
export function createRescueHandlers(dependencies: Dependencies): RescueHandlers {
  const { look, restore, chooseCopy, chooseTarget, openIfFit, showInFolder, today } = dependencies;

  async function open(how: { readonly isThorough: boolean }): Promise<void> {
    if (!(await openIfFit(how))) throw new AppError('conflict', '数据文件仍不能打开');
  }

  return {
    'rescue.state': () => look(),
    'rescue.tryAgain': async () => {
      await open({ isThorough: true });
    },
    'rescue.restore': async ({ file }) => {
      if (!look().backups.some((backup) => backup.file === file))
        throw new AppError('not-found', '该备份已不在列表中');
      await restore(file);
      await open({ isThorough: false });
    },
    'rescue.restoreOther': async () => {
      const from = await chooseCopy();
      if (from === null) return;
      await restore(from);
      await open({ isThorough: false });
    },
    'rescue.startAnew': async () => {
      dependencies.setAside();
      await open({ isThorough: false });
    },
    'rescue.saveReadable': async () => {
      const path = await chooseTarget(`小二工作台-读出的数据-${today()}.db`);
      return path === null ? null : { path, rows: await dependencies.saveReadable(path) };
    },
    'rescue.saveDiagnostics': async () => {
      const path = await chooseTarget(`小二工作台诊断信息-${today()}.zip`);
      if (path === null) return null;
      await dependencies.saveDiagnostics(path);
      showInFolder(path);
      return path;
    },
  };
}
