import type { EpochMs } from '../../time/clock.ts';
import type { TaskKind, WantedTask } from './task.ts';

/** `isFinal`: the platform has the last word; otherwise it may come back, as a refuted claim of payment does. */
export type Settlement = { readonly reason: string; readonly isFinal: boolean };

/** One duty about one kind of subject. It looks at nothing but the subject and the time that it is given. */
export type Rule<S> = {
  readonly kind: TaskKind;
  /**
   * Whether the rule can want or end anything here, whatever the time. Cheap: an import asks it of every row. It holds
   * of the subject whatever else is known of it, or of another one whose tasks depend on it.
   */
  readonly concerns: (subject: S) => boolean;
  readonly find: (subject: S, nowMs: EpochMs) => readonly WantedTask[];
  /** Why the duty is over for this subject; then even a snoozed task goes. `null`: it goes on. */
  readonly settledBy: (subject: S) => Settlement | null;
};
