import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type EvidenceFiles = ReturnType<typeof createEvidenceFiles>;

type Dependencies = {
  readonly folder: string;
  /** The file is on the disk before it returns. */
  readonly keepDurably: (path: string, bytes: Uint8Array) => void;
};

/** The files of evidence, each under the name of its content, so that none is there twice and none can be changed. */
export function createEvidenceFiles({ folder, keepDurably }: Dependencies) {
  const pathOf = (sha256: string) => join(folder, sha256);
  return {
    /** Writes the file unless it is there, and says under which name. */
    keep(bytes: Uint8Array): string {
      const sha256 = hash('sha256', bytes, 'hex');
      keepDurably(pathOf(sha256), bytes);
      return sha256;
    },
    /** `undefined`: it is not there, or it is no longer what it was. */
    read(sha256: string): Uint8Array | undefined {
      if (!existsSync(pathOf(sha256))) return undefined;
      const bytes = readFileSync(pathOf(sha256));
      return hash('sha256', bytes, 'hex') === sha256 ? bytes : undefined;
    },
  };
}
