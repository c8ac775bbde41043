import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

export type SizedFile = { readonly path: string; readonly bytes: number };

/** Every file below the folder, the largest first. */
export async function filesBySize(folder: string): Promise<SizedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path, bytes: (await lstat(path)).size };
      }),
  );
  return files.toSorted((a, b) => b.bytes - a.bytes);
}

export function megabytes(files: readonly SizedFile[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
