import { createHash, default as crypto } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * From here on the ids of this process follow from the word, so that an act leaves the same rows in every process that
 * does it: a store after a kill can be compared with one that was never killed.
 */
export function fixRandomness(word: string): void {
  let count = 0;
  crypto.randomBytes = (size: number) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256').update(`${word} ${count++}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
  syncBuiltinESMExports();
}
