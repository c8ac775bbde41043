import { isAbsolute, relative } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/answer-calls.ts';

type Dependencies = {
  readonly openFile: (path: string) => Promise<string>;
  readonly showInFolder: (path: string) => void;
};

function isAtOrIn(saved: string, path: string): boolean {
  const way = relative(saved, path);
  return !isAbsolute(way) && !way.startsWith('..');
}

/**
 * The files that agents have chosen to save to since the start: these, and no others, a page may have opened by their
 * path.
 */
export function createSavedFiles() {
  const paths = new Set<string>();
  return {
    /** The dialog, remembering its answer. */
    remembering:
      <A extends readonly unknown[]>(choose: (...asked: A) => Promise<string | null>) =>
      async (...asked: A): Promise<string | null> => {
        const path = await choose(...asked);
        if (path !== null) paths.add(path);
        return path;
      },
    has: (path: string): boolean => [...paths].some((one) => isAtOrIn(one, path)),
  };
}

export function createSavedFileHandlers(
  savedFiles: Pick<ReturnType<typeof createSavedFiles>, 'has'>,
  { openFile, showInFolder }: Dependencies,
) {
  function requireSaved(path: string): string {
    if (!savedFiles.has(path)) throw new AppError('not-found', '这个文件不是刚才保存的，请在文件夹里打开');
    return path;
  }
  return {
    'savedFiles.open': async ({ path }) => {
      const failure = await openFile(requireSaved(path));
      if (failure !== '') throw new AppError('not-found', '打不开这个文件：它被移走了，或没有能打开它的程序');
    },
    'savedFiles.showInFolder': ({ path }) => {
      showInFolder(requireSaved(path));
    },
  } satisfies Partial<Handlers>;
}
