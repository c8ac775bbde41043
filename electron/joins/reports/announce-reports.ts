import { basename } from 'node:path';
import type { Clock, EpochMs } from '../../../shared/time/clock.ts';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';

type Waiting = { readonly path: string; readonly foundAtMs: EpochMs; readonly writtenAtMs: EpochMs };

type Dependencies = {
  readonly clock: Clock;
  /** The reports of the watched folder that nobody has imported or refused. */
  readonly waiting: () => readonly Waiting[];
  readonly notify: (title: string, body: string) => void;
  /** Windows and tray show how many wait. */
  readonly changed: () => void;
};

/** Reports that are downloaded together are told of together. */
const TOGETHER_MS = 3 * SECOND;

/**
 * P1: says once of each new report that it waits. A report that lay there before the program was started is shown, but
 * no pop-up speaks of it: an agent who leaves it there would hear of it each morning.
 */
export function createAnnounceReports({ clock, waiting, notify, changed }: Dependencies) {
  const startedAtMs = clock.now();
  const told = new Set<string>();
  let isToldSoon = false;

  function tell(): void {
    isToldSoon = false;
    const fresh = waiting().filter(({ path, writtenAtMs }) => !told.has(keyOf(path, writtenAtMs)));
    for (const { path, writtenAtMs } of fresh) told.add(keyOf(path, writtenAtMs));
    const names = fresh
      .filter(({ writtenAtMs }) => writtenAtMs > startedAtMs - MINUTE)
      .map(({ path }) => basename(path));
    if (names.length === 0) return;
    notify(
      names.length === 1 ? '下载文件夹里有新报表' : `下载文件夹里有 ${names.length} 个新报表`,
      `${names.join('、')}。点击后按 Enter 检查并导入`,
    );
  }

  return {
    /** The list of waiting reports has changed. */
    changed(): void {
      changed();
      if (isToldSoon) return;
      isToldSoon = true;
      clock.runAfter(TOGETHER_MS, tell);
    },
  };
}

const keyOf = (path: string, writtenAtMs: EpochMs) => `${writtenAtMs} ${path}`;
