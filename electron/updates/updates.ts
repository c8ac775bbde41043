import { AppError } from '../../shared/errors.ts';
import type { Release, UpdateState, UpdateStep } from '../../shared/ipc/contract/program/update-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { DAY, MINUTE } from '../../shared/time/durations.ts';

const FIRST_CHECK_AFTER_MS = MINUTE;
const CHECK_EVERY_MS = DAY;

type Found = Release & { readonly age: 'newer' | 'same' | 'older' };

/** Looks at a source, fetches a release from it and installs it. */
export type UpdateEngine = {
  /** Why this copy cannot be updated; `null` when it can. */
  readonly unsupportedReason: string | null;
  check(source: string): Promise<Found>;
  /** Fetches and verifies what the last check has found. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** Starts the installer; the program must end at once. */
  install(options: { readonly opensAgain: boolean }): void;
};

type Dependencies = {
  readonly engine: UpdateEngine;
  readonly version: string;
  readonly clock: Clock;
  readonly readSource: () => string | null;
  readonly saveSource: (source: string | null) => void;
  /** Throws a message for the agent if the text cannot be a source. */
  readonly checkSource: (source: string) => void;
  /** The jobs that an update would cut off, in the agent's words. */
  readonly underWay: () => readonly string[];
  readonly quit: () => void;
  readonly changed: () => void;
  /** A line for the log. */
  readonly note: (text: string) => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type Updates = ReturnType<typeof createUpdates>;

/** Looks for newer versions where the lead said, and installs one only after a yes and when the program ends. */
export function createUpdates(dependencies: Dependencies) {
  const { engine, version, clock, readSource, saveSource, underWay, quit, changed, note, reportBug } =
    dependencies;
  let step = firstStep();
  /**
   * Counts the questions to the source. A new source, or an agent who takes the yes back, makes the answers to earlier
   * questions void.
   */
  let asked = 0;
  let opensAgain = false;
  let cancelNextCheck: (() => void) | undefined;

  function firstStep(): UpdateStep {
    if (engine.unsupportedReason !== null) return { kind: 'unsupported', reason: engine.unsupportedReason };
    if (readSource() === null) return { kind: 'off' };
    return { kind: 'current', checkedAtMs: null, olderVersion: null };
  }

  function show(next: UpdateStep): void {
    step = next;
    changed();
  }

  const state = (): UpdateState => ({ version, source: readSource(), step });
  const releaseOf = (one: UpdateStep): Release | null => ('release' in one ? one.release : null);

  /** Runs work that takes long, and shows its end unless the source was asked something else meanwhile. */
  async function during(work: () => Promise<UpdateStep>, release: Release | null): Promise<void> {
    const mine = ++asked;
    try {
      const next = await work();
      if (mine === asked) show(next);
    } catch (error) {
      if (!(error instanceof AppError)) reportBug('update', error);
      const reason = error instanceof AppError ? error.message : '更新来源无法读取，请检查网络或共享文件夹';
      if (mine === asked) show({ kind: 'failed', reason, release });
    }
  }

  function stepFor({ age, ...release }: Found): UpdateStep {
    if (age === 'newer') return { kind: 'available', release };
    const olderVersion = age === 'older' ? release.version : null;
    return { kind: 'current', checkedAtMs: clock.now(), olderVersion };
  }

  async function check(): Promise<UpdateState> {
    const source = readSource();
    const isUnderWay = step.kind === 'fetching' || step.kind === 'ready' || step.kind === 'checking';
    if (source === null || engine.unsupportedReason !== null || isUnderWay) return state();
    show({ kind: 'checking' });
    await during(async () => stepFor(await engine.check(source)), null);
    return state();
  }

  function checkIn(delayMs: number): void {
    cancelNextCheck?.();
    cancelNextCheck = clock.runAfter(delayMs, () => {
      void check();
      checkIn(CHECK_EVERY_MS);
    });
  }

  /** With a source the app checks soon and then once a day; without one it never makes a connection. */
  function schedule(): void {
    cancelNextCheck?.();
    cancelNextCheck = undefined;
    if (readSource() !== null && engine.unsupportedReason === null) checkIn(FIRST_CHECK_AFTER_MS);
  }

  return {
    state,
    schedule,
    check,
    setSource(source: string | null): UpdateState {
      const wanted = source === '' ? null : source;
      if (wanted !== null) dependencies.checkSource(wanted);
      saveSource(wanted);
      asked += 1;
      show(firstStep());
      schedule();
      return state();
    },
    /**
     * The agent says yes. The release is fetched now, so that the agent learns of a failure; it is installed when the
     * program ends.
     */
    accept(): UpdateState {
      const release = releaseOf(step);
      if (release === null || step.kind === 'fetching' || step.kind === 'ready') return state();
      let shown = 0;
      show({ kind: 'fetching', release, percent: 0 });
      const mine = asked + 1;
      void during(async () => {
        await engine.fetch((percent) => {
          if (mine !== asked || percent <= shown) return;
          shown = percent;
          show({ kind: 'fetching', release, percent });
        });
        note(`update to ${release.version} fetched and verified`);
        return { kind: 'ready', release };
      }, release);
      return state();
    },
    /** Takes the yes back. */
    decline(): UpdateState {
      const release = releaseOf(step);
      if (release !== null) {
        asked += 1;
        show({ kind: 'available', release });
      }
      return state();
    },
    installNow(): void {
      if (step.kind !== 'ready') throw new AppError('conflict', '更新还没有准备好');
      const [first, ...others] = underWay();
      if (first !== undefined)
        throw new AppError('conflict', `正在${first}${andOthers(others)}，完成后再安装`);
      opensAgain = true;
      quit();
    },
    /** At the very end of the program. `false`: there is nothing to install, or a job was cut off by the end. */
    installAtEnd({ wasBusy }: { readonly wasBusy: boolean }): boolean {
      if (step.kind !== 'ready' || wasBusy) return false;
      try {
        note(`installing ${step.release.version}`);
        engine.install({ opensAgain });
        return true;
      } catch (error) {
        // The program is ending, and an error must not stop it.
        reportBug('update', error);
        return false;
      }
    },
    stop: () => cancelNextCheck?.(),
  };
}

function andOthers({ length }: readonly string[]): string {
  return length === 0 ? '' : `等 ${length + 1} 项`;
}
