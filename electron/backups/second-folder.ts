import type { Actor } from '../../shared/domain/activities/acting.ts';
import { APP_SCOPE } from '../../shared/domain/settings/declaring/scope.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Act } from '../kernel/activities/act.ts';

type Dependencies = { readonly act: Act; readonly actor: () => Actor };

/** Keeps on record who said where the backups go as well. */
export function createSecondFolderRecord({ act, actor }: Dependencies) {
  return (folder: string | null): void =>
    void act(actor(), () => ({
      subject: asSubject('app', APP_SCOPE),
      kind: 'backup-folder-set',
      data: { text: folder ?? '无' },
      write: () => {},
      message: '已修改备份的第二个文件夹',
    }));
}
