import type { StorageTrouble } from '../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { SECOND } from '../../shared/time/durations.ts';
import type { StoreLoss } from '../store/state/store-watch.ts';

const LOOK_EVERY_MS = 10 * SECOND;

/** Why the program stops over its store. */
export type StoreFailure = StoreLoss | 'damaged' | 'io';

type Dependencies = {
  readonly clock: Clock;
  /** Whether the file is still the one that was opened. */
  readonly look: () => StoreLoss | null;
  /** The trouble of the store behind an error; `null` where the error has another reason. */
  readonly troubleOf: (error: unknown) => StorageTrouble | null;
  /** Called once. */
  readonly failed: (failure: StoreFailure, error: unknown) => void;
};

/** X6: hears of every error and looks after the file, and has the program stop before it makes damage worse. */
export function createStoreGuard({ clock, look, troubleOf, failed }: Dependencies) {
  let failure: StoreFailure | null = null;
  let cancelNextLook: (() => void) | undefined;

  function fail(why: StoreFailure, error: unknown): void {
    if (failure !== null) return;
    failure = why;
    cancelNextLook?.();
    failed(why, error);
  }

  function hear(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble === 'damaged' || trouble === 'io') fail(trouble, error);
  }

  function lookNow(): void {
    if (failure !== null) return;
    try {
      const loss = look();
      if (loss !== null) fail(loss, null);
    } catch (error) {
      hear(error);
    }
  }

  function watch(): void {
    lookNow();
    if (failure === null) cancelNextLook = clock.runAfter(LOOK_EVERY_MS, watch);
  }

  return {
    hear,
    /** A check has found what no error has told yet. */
    foundDamage: (): void => fail('damaged', null),
    hasFailed: (): boolean => failure !== null,
    /** Before every act: one that is confirmed must be in the store. */
    requireSound(): void {
      lookNow();
      if (failure !== null)
        throw new AppError('conflict', '数据文件出错，已停止写入和提醒，小二工作台正在重新启动');
    },
    watch,
    stop: (): void => cancelNextLook?.(),
  };
}
