import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Settings } from '../kernel/settings.ts';

type Dependencies = {
  readonly settings: Settings;
  readonly actor: () => Actor;
  /** Refuses an agent who is no lead; on a workstation without a lead any agent may. */
  readonly requireLeadIfAny: () => void;
  readonly chooseFolder: () => Promise<string | null>;
  /** Every window learns of it, and what follows the settings of this PC follows them. */
  readonly changed: () => void;
};

export function createSettingsHandlers(dependencies: Dependencies) {
  const { settings, actor, requireLeadIfAny, chooseFolder, changed } = dependencies;
  const watchedFolder = (folder: string) =>
    ({ scope: 'app', key: 'imports', values: { watchedFolder: folder } }) as const;

  return {
    'settings.save': (change) => {
      if (settings.isForLeads(change)) requireLeadIfAny();
      const recorded = settings.save(change, actor());
      if (recorded !== null) changed();
      return recorded;
    },
    'settings.chooseWatchedFolder': async () => {
      const folder = await chooseFolder();
      if (folder === null) return null;
      const recorded = settings.save(watchedFolder(folder), actor());
      if (recorded !== null) changed();
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
