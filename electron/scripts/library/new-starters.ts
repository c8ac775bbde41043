import { createHash } from 'node:crypto';
import { z } from 'zod';
import starters from '../../../resources/starter-scripts.json' with { type: 'json' };
import { StarterScript } from '../../../shared/domain/scripts/script.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { createStarterInstaller } from './install-starter-scripts.ts';
import { INSTALLED_AT } from './install-starters-once.ts';
import type { LibraryChange } from './library-change.ts';

const DECLINED = 'starterScriptsDeclined';
const Codes = z.array(z.string());

type Dependencies = Parameters<typeof createStarterInstaller>[0] & {
  readonly settings: {
    has(name: string): boolean;
    read<T>(name: string, schema: z.ZodType<T>): T | undefined;
    write(name: string, value: readonly string[]): void;
  };
};

const STARTERS = starters.map((starter) => StarterScript.parse(starter));

/** Other words of a script that was declined are another offer. */
const asReworded = ({ code, ...said }: StarterScript): string =>
  `${code} ${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12)}`;

/**
 * Starter scripts that this build has and the library never had, and those whose words are other ones now and that the
 * shop has left as they came: they are offered, and never come by themselves.
 */
export function createNewStarters({ settings, ...library }: Dependencies) {
  const installer = createStarterInstaller(library);

  function offered() {
    const installedAtMs = settings.read(INSTALLED_AT, z.number());
    if (installedAtMs === undefined) return { installedAtMs: 0, missing: [], reworded: [] };
    const declined = new Set(settings.read(DECLINED, Codes) ?? []);
    return {
      installedAtMs,
      missing: STARTERS.filter((starter) => !declined.has(starter.code) && installer.isMissing(starter)),
      reworded: STARTERS.filter(
        (starter) => installer.isReworded(starter, installedAtMs) && !declined.has(asReworded(starter)),
      ),
    };
  }

  return {
    list() {
      const { missing, reworded } = offered();
      return [
        ...missing.map(({ code, title }) => ({ code, title, isReworded: false })),
        ...reworded.map(({ code, title }) => ({ code, title, isReworded: true })),
      ];
    },
    /** Those that were declined stay out. */
    add(nowMs: EpochMs): LibraryChange {
      const { installedAtMs, missing, reworded } = offered();
      const wanted = new Set(missing);
      // All that are there already tell the new ones their place.
      const added = installer.add(
        STARTERS.filter((starter) => wanted.has(starter) || !installer.isMissing(starter)),
        nowMs,
      );
      return { ...added, scripts: [...added.scripts, ...installer.reword(reworded, installedAtMs)] };
    },
    decline(): void {
      const { missing, reworded } = offered();
      settings.write(DECLINED, [
        ...(settings.read(DECLINED, Codes) ?? []),
        ...missing.map(({ code }) => code),
        ...reworded.map(asReworded),
      ]);
    },
  };
}

export type NewStarters = ReturnType<typeof createNewStarters>;
