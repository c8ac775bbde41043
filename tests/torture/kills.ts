import { createRandom } from '../bench/support/random.ts';
import { killActs } from './kills/kill-acts.ts';
import { killBackups } from './kills/kill-backups.ts';
import { killFirstStarts } from './kills/kill-first-starts.ts';
import { killMigrations } from './kills/kill-migrations.ts';
import { killReminders } from './kills/kill-reminders.ts';
import { killRestores } from './kills/kill-restores.ts';
import type { Part } from './support/part.ts';

/** Of a hundred kills so many each; what agents do all day gets the most. */
const SHARES = [
  [killActs, 50],
  [killReminders, 10],
  [killBackups, 12],
  [killRestores, 10],
  [killMigrations, 9],
  [killFirstStarts, 9],
] as const;

/** `kill -9` at random moments, and what is there afterwards. */
export const tortureByKills: Part = async (options) => {
  const { rounds, seed } = options;
  const tallies = [];
  for (const [kill, share] of SHARES) {
    const kills = Math.max(1, Math.round((rounds * share) / 100));
    tallies.push(await kill({ ...options, rounds: kills, random: createRandom(seed) }));
  }
  return tallies;
};
