import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fingerprint } from './fingerprint.ts';

type Made = {
  /** Patterns of the files that it is made from. */
  readonly inputs: readonly string[];
  /** Holds the fingerprint of the inputs that it was last made from. */
  readonly stampFile: string;
  readonly make: () => Promise<unknown>;
};

/** Makes something from files of the repository, and makes it again only when one of them has changed. */
export function madeFrom({ inputs, stampFile, make }: Made) {
  async function makeNow(): Promise<void> {
    // Read first: a file that changes meanwhile makes it stale again.
    const stamp = await fingerprint(inputs);
    await make();
    await mkdir(dirname(stampFile), { recursive: true });
    await writeFile(stampFile, stamp);
  }

  return {
    makeNow,
    async makeIfStale(): Promise<void> {
      const stamp = await readFile(stampFile, 'utf8').catch(() => '');
      if (stamp !== (await fingerprint(inputs))) await makeNow();
    },
  };
}
