import { createHash } from 'node:crypto';
import { createReadStream, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { DAY, SECOND } from '../../shared/time/durations.ts';

export type FoundFile = {
  readonly path: string;
  readonly foundAtMs: EpochMs;
  /** As the disk has it. */
  readonly writtenAtMs: EpochMs;
};

type Dependencies = {
  readonly clock: Clock;
  /** By its content: a file that was imported under another name is nothing new. */
  readonly isKnown: (sha256: string) => boolean;
  /** As only exports are called. */
  readonly hasTellingName: (fileName: string) => boolean;
  /** Asked about files whose name says nothing, one after the other; away from main, because any file may lie here. */
  readonly recognise: (path: string) => Promise<boolean>;
  readonly changed: () => void;
  readonly reportError: (error: unknown) => void;
};

type Seen = { readonly size: number; readonly mtimeMs: number; readonly sinceMs: EpochMs; isDone: boolean };
type Listed = { readonly path: string; readonly size: number; readonly mtimeMs: number };
type Found = FoundFile & { readonly sha256: string };

const TABLE_FILE = /\.(?:csv|xlsx|xls)$/i;
/** Lock files of Office, and what a browser hides until it has the whole. */
const TEMPORARY = /^(?:~\$|\.)|\.(?:crdownload|part|tmp|download)(?:\.|$)/i;

const COMPLETE_AFTER_MS = 1.5 * SECOND;
const LOOK_AGAIN_MS = 500;
const RETRY_MS = 30 * SECOND;
/** A download folder holds years; what is older was imported long ago or never wanted. */
const OFFERED_FOR_MS = 7 * DAY;

export type FolderWatch = ReturnType<typeof createFolderWatch>;

/** Offers new platform exports that appear in a folder, each once, and only when it is complete. */
export function createFolderWatch(dependencies: Dependencies) {
  const { clock, isKnown, hasTellingName, recognise, changed, reportError } = dependencies;
  const seen = new Map<string, Seen>();
  const found = new Map<string, Found>();
  const foundHashes = new Set<string>();
  let folder: string | null = null;
  let watcher: FSWatcher | undefined;
  let cancelLook: (() => void) | undefined;
  let lastAnswer: Promise<unknown> = Promise.resolve();

  function lookIn(delayMs: number): void {
    cancelLook?.();
    cancelLook = clock.runAfter(delayMs, look);
  }

  function look(): void {
    cancelLook?.();
    cancelLook = undefined;
    if (folder === null) return;
    const files = filesOf(folder, clock.now());
    if (files === undefined) {
      dropWatcher();
      lookIn(RETRY_MS);
      return;
    }
    forgetGone(new Set(files.map(({ path }) => path)));
    const hasUnfinished = files.map((file) => lookAt(file)).includes(true);
    if (hasUnfinished) lookIn(LOOK_AGAIN_MS);
    else if (!watchThe(folder)) lookIn(RETRY_MS);
  }

  /** `true`: it may still be growing. */
  function lookAt({ path, size, mtimeMs }: Listed): boolean {
    const known = seen.get(path);
    if (!known || known.size !== size || known.mtimeMs !== mtimeMs) {
      seen.set(path, { size, mtimeMs, sinceMs: clock.now(), isDone: false });
      if (found.delete(path)) changed();
      return true;
    }
    if (known.isDone) return false;
    // A clock that was set back must not keep the file waiting.
    if (Math.abs(clock.now() - known.sinceMs) < COMPLETE_AFTER_MS) return true;
    known.isDone = true;
    consider(path, known).catch((error: unknown) => reportIfBug(error));
    return false;
  }

  async function consider(path: string, known: Seen): Promise<void> {
    const sha256 = await hashOf(path);
    // It was replaced or removed meanwhile, or another folder was chosen.
    const isOver = () => seen.get(path) !== known || foundHashes.has(sha256) || isKnown(sha256);
    if (isOver()) return;
    if (!hasTellingName(basename(path)) && !(await askInTurn(path, isOver))) return;
    if (isOver()) return;
    foundHashes.add(sha256);
    found.set(path, { path, sha256, foundAtMs: clock.now(), writtenAtMs: Math.floor(known.mtimeMs) });
    changed();
  }

  /** A folder may hold hundreds of files, and each takes a thread for a moment. */
  function askInTurn(path: string, isOver: () => boolean): Promise<boolean> {
    const answer = lastAnswer.then(() => !isOver() && recognise(path));
    lastAnswer = answer.catch(() => false);
    return answer;
  }

  function forgetGone(present: ReadonlySet<string>): void {
    for (const path of seen.keys()) {
      if (present.has(path)) continue;
      seen.delete(path);
      if (found.delete(path)) changed();
    }
  }

  /** `false`: it cannot be watched, as some network drives cannot. */
  function watchThe(path: string): boolean {
    if (watcher) return true;
    try {
      watcher = watch(path, () => lookIn(LOOK_AGAIN_MS));
    } catch {
      return false;
    }
    watcher.on('error', () => {
      dropWatcher();
      lookIn(RETRY_MS);
    });
    return true;
  }

  function dropWatcher(): void {
    watcher?.close();
    watcher = undefined;
  }

  function reportIfBug(error: unknown): void {
    // Gone or locked between two looks: the next change of the folder brings it up again.
    if (!(error instanceof Error && 'code' in error)) reportError(error);
  }

  function stop(): void {
    folder = null;
    cancelLook?.();
    cancelLook = undefined;
    dropWatcher();
    seen.clear();
    found.clear();
  }

  return {
    /** `null`: watches no folder. */
    watch(path: string | null): void {
      stop();
      folder = path;
      look();
      if (folder !== null) watchThe(folder);
    },
    /** The latest first. */
    list: (): FoundFile[] =>
      [...found.values()]
        .filter(({ sha256 }) => !isKnown(sha256))
        .map(({ path, foundAtMs, writtenAtMs }) => ({ path, foundAtMs, writtenAtMs }))
        .toSorted((a, b) => b.foundAtMs - a.foundAtMs),
    ignore(path: string): void {
      if (found.delete(path)) changed();
    },
    stop,
  };
}

/** `undefined`: there is no such folder, now. */
function filesOf(folder: string, nowMs: EpochMs): Listed[] | undefined {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return undefined;
  }
  return names
    .filter((name) => TABLE_FILE.test(name) && !TEMPORARY.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size === 0 || stat.mtimeMs < nowMs - OFFERED_FOR_MS) return [];
      return [{ path, size: stat.size, mtimeMs: stat.mtimeMs }];
    });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
