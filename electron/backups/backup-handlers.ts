import { AppError } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Backups } from './backups.ts';

type Dependencies = {
  readonly backups: Backups;
  readonly chooseFolder: () => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
  /** Throws unless a lead or a manager sits here. */
  readonly requireLead: () => void;
};

export function createBackupHandlers({ backups, chooseFolder, showInFolder, requireLead }: Dependencies) {
  return {
    'backups.state': () => backups.state(),
    'backups.make': () => backups.makeNow(),
    'backups.check': () => backups.checkNow(),
    'backups.chooseSecondFolder': async () => {
      requireLead();
      const folder = await chooseFolder();
      return folder === null ? backups.state() : backups.setSecondFolder(folder);
    },
    'backups.dropSecondFolder': () => {
      requireLead();
      return backups.setSecondFolder(null);
    },
    'backups.showFolder': () => {
      const [newest] = backups.state().backups;
      if (!newest) throw new AppError('not-found', '还没有备份');
      showInFolder(newest.file);
    },
  } satisfies Partial<Handlers>;
}
