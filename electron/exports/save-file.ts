import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

/** Writes the file whole or not at all. One that Excel holds open cannot be replaced, and the agent is told so. */
export function saveFile(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.tmp`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (error) {
    removeQuietly(unfinished);
    throw new AppError('invalid-input', `无法写入 ${path}：文件可能正被其他程序打开，或文件夹不存在`, {
      cause: error,
    });
  }
}

/** What is left of a failed export is not worth a second error. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder is none, so there is nothing to remove.
  }
}
