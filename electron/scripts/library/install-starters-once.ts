import starters from '../../../resources/starter-scripts.json' with { type: 'json' };
import { activityBy } from '../../../shared/domain/activities/acting.ts';
import { StarterScript } from '../../../shared/domain/scripts/script.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { ActivityStore } from '../../store/activities/activity-store.ts';
import type { InTransaction } from '../../store/connection.ts';
import { createStarterInstaller } from './install-starter-scripts.ts';

/** A library that never had any is a new one, and gets all of them. */
export const INSTALLED_AT = 'starterScriptsInstalledAtMs';

type Dependencies = Parameters<typeof createStarterInstaller>[0] & {
  readonly activities: Pick<ActivityStore, 'append'>;
  readonly settings: { has(name: string): boolean; write(name: string, value: number): void };
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
};

/** A new store gets the starter library; one whose library was emptied on purpose stays empty. */
export function createInstallStartersOnce(dependencies: Dependencies) {
  const { activities, settings, inTransaction, clock, ...library } = dependencies;
  const installer = createStarterInstaller(library);
  return (): void => {
    if (settings.has(INSTALLED_AT)) return;
    inTransaction(() => {
      // Another process may have installed them in the meantime.
      if (settings.has(INSTALLED_AT)) return;
      const nowMs = clock.now();
      const { addedCount } = installer.install(
        starters.map((starter) => StarterScript.parse(starter)),
        nowMs,
      );
      // They are the same on every PC, so that one activity says it all.
      activities.append({
        ...activityBy({ agentId: null, nowMs }, asSubject('app', APP_SCOPE)),
        kind: 'starters-installed',
        data: { text: `${addedCount} 条话术` },
      });
      settings.write(INSTALLED_AT, nowMs);
    });
  };
}
