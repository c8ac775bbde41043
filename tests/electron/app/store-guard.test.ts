import { describe, expect, it } from 'vitest';
import { createStoreGuard, type StoreFailure } from '../../../electron/app/store-guard.ts';
import type { StoreLoss } from '../../../electron/store/state/store-watch.ts';
import { storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../shared/errors.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const withCode = (code: string) => Object.assign(new Error('the disk refuses'), { code });

function guarded() {
  const world = { loss: null as StoreLoss | null, failures: [] as StoreFailure[] };
  const clock = createFakeClock(0);
  const guard = createStoreGuard({
    clock,
    look: () => world.loss,
    troubleOf: storageTroubleOf,
    failed: (failure) => void world.failures.push(failure),
  });
  return { guard, world, clock };
}

describe('F1: a store that fails under the program', () => {
  it.each([
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_READ', 'io'],
  ])('stops it once, whoever met %s', (code, failure) => {
    const { guard, world } = guarded();
    guard.requireSound();
    guard.hear(withCode(code));
    guard.hear(new AppError('conflict', '备份没有完成', { cause: withCode('SQLITE_CORRUPT') }));
    expect(world.failures).toEqual([failure]);
    expect(() => guard.requireSound()).toThrow('已停止写入和提醒');
  });

  it.each(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_CONSTRAINT_UNIQUE'])(
    'goes on over %s, which harms nothing that is stored',
    (code) => {
      const { guard, world } = guarded();
      guard.hear(withCode(code));
      guard.requireSound();
      expect(world.failures).toEqual([]);
    },
  );

  it('looks at the file before every act, so that none is confirmed that goes nowhere', () => {
    const { guard, world } = guarded();
    world.loss = 'missing';
    expect(() => guard.requireSound()).toThrow(AppError);
    expect(world.failures).toEqual(['missing']);
  });

  it('looks every ten seconds where nobody acts, and no more once it has failed', () => {
    const { guard, world, clock } = guarded();
    guard.watch();
    clock.advanceBy(9 * SECOND);
    world.loss = 'replaced';
    expect(world.failures).toEqual([]);
    clock.advanceBy(SECOND);
    expect(world.failures).toEqual(['replaced']);
    expect(clock.timerCount()).toBe(0);
  });
});
