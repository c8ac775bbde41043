import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type EvidenceFiles = ReturnType<typeof createEvidenceFiles>;

/** The files of evidence, each under the name of its content, so that none is there twice and none can be changed. */
export function createEvidenceFiles(folder: string) {
  const pathOf = (sha256: string) => join(folder, sha256);
  return {
    /** Writes the file unless it is there, and says under which name. */
    keep(bytes: Uint8Array): string {
      const sha256 = hash('sha256', bytes, 'hex');
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      mkdirSync(folder, { recursive: true });
      // Written whole or not at all: the name promises the content.
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
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
