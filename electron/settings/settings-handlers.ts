import type { Actor } from '../../shared/domain/activities/acting.ts';
import { zoomAfter } from '../../shared/domain/settings/app/appearance.ts';
import type { AppSettings } from '../../shared/domain/team/app-settings.ts';
import type { SettingsChange } from '../../shared/ipc/contract/program/settings-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Settings } from '../kernel/settings.ts';

type Dependencies = {
  readonly settings: Settings;
  readonly preferences: { current(): AppSettings };
  readonly actor: () => Actor;
  /** Refuses an agent who is no lead; on a workstation without a lead any agent may. */
  readonly requireLeadIfAny: () => void;
  readonly chooseFolder: () => Promise<string | null>;
  /** Every window learns of it, and what follows the settings of this PC follows them. */
  readonly changed: () => void;
};

export function createSettingsHandlers(dependencies: Dependencies) {
  const { settings, preferences, actor, requireLeadIfAny, chooseFolder, changed } = dependencies;

  const save = (change: SettingsChange) => {
    const recorded = settings.save(change, actor());
    if (recorded !== null) changed();
    return recorded;
  };

  return {
    'settings.save': (change) => {
      if (settings.isForLeads(change)) requireLeadIfAny();
      return save(change);
    },
    'settings.zoom': (step) => {
      const zoom = zoomAfter(preferences.current().appearance.zoom, step);
      save({ scope: 'app', key: 'appearance', values: { zoom } });
      return zoom;
    },
    'settings.chooseWatchedFolder': async () => {
      const watchedFolder = await chooseFolder();
      if (watchedFolder === null) return null;
      return save({ scope: 'app', key: 'imports', values: { watchedFolder } });
    },
  } satisfies Partial<Handlers>;
}
