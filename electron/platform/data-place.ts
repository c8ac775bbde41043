import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './app-identity.ts';

export type SystemFolders = {
  readonly platform: NodeJS.Platform;
  /** The system's folder for program data; on Windows the one that roams. */
  readonly appData: string;
  /** Windows keeps it on this PC. */
  readonly localAppData: string | undefined;
};

/**
 * Where the data lies. A profile that roams is copied to a server when somebody signs off: the data of customers with
 * it, and a store in the middle of its log. Older builds kept theirs there, so it is moved; where it cannot be, it stays.
 */
export function dataPlace({ platform, appData, localAppData }: SystemFolders): string {
  const roaming = join(appData, DATA_FOLDER);
  if (platform !== 'win32' || !localAppData) return roaming;
  const local = join(localAppData, DATA_FOLDER);
  if (existsSync(local) || !existsSync(roaming)) return local;
  try {
    mkdirSync(localAppData, { recursive: true });
    renameSync(roaming, local);
    return local;
  } catch {
    // Another disk, or an older build has it open.
    return roaming;
  }
}
