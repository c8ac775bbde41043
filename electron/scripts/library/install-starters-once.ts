import starters from '../../../resources/starter-scripts.json' with { type: 'json' };
import { StarterScript } from '../../../shared/domain/script.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { InTransaction } from '../../store/connection.ts';
import { createStarterInstaller } from './install-starter-scripts.ts';

const INSTALLED_AT = 'starterScriptsInstalledAtMs';

type Dependencies = Parameters<typeof createStarterInstaller>[0] & {
  readonly settings: { has(name: string): boolean; write(name: string, value: number): void };
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
};

/** A new store gets the starter library; one whose library was emptied on purpose stays empty. */
export function createInstallStartersOnce({ settings, inTransaction, clock, ...library }: Dependencies) {
  const installer = createStarterInstaller(library);
  return (): void => {
    if (settings.has(INSTALLED_AT)) return;
    inTransaction(() => {
      // Another process may have installed them in the meantime.
      if (settings.has(INSTALLED_AT)) return;
      installer.install(
        starters.map((starter) => StarterScript.parse(starter)),
        clock.now(),
      );
      settings.write(INSTALLED_AT, clock.now());
    });
  };
}
