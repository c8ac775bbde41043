import type { EpochMs } from '../../../time/clock.ts';
import { MINUTE } from '../../../time/durations.ts';
import type { ActivityKind } from '../../activities/activity-kinds.ts';
import type { SubjectKind } from '../../subjects/subject.ts';

/** `'open'`: the row says nothing about it, so a later import is asked. */
export type Verdict = 'proved' | 'refuted' | 'open';

/** A row of an import, as it was stored before and as it is stored now; they are alike where nothing changed. */
export type Shown<Row> = {
  readonly before: Row;
  readonly after: Row;
  /** Whether the file has a column for the field; where it has none, the value is that of an earlier file. */
  readonly has: (field: string) => boolean;
};

/** The judge gets this of the claim. */
export type Claimed = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly claimedAtMs: EpochMs;
};

type Spec<Row> = {
  /** The claim in two or three words: 已付款. */
  readonly label: string;
  /** Shown while it is open. */
  readonly openText: string;
  readonly about: SubjectKind;
  /**
   * Fields of the import that the verdict rests on. A file without one of these columns refutes nothing: what is not
   * in a file is not untrue.
   */
  readonly needs: readonly string[];
  /** A file written sooner than this after the claim refutes nothing: the platform may not have known yet. */
  readonly graceMs: number;
  readonly judge: (shown: Shown<Row>, claim: Claimed) => Verdict;
  /** The kind of the activity that each verdict is recorded as. */
  readonly onProved: ActivityKind;
  readonly onRefuted: ActivityKind;
  /** Whether a refuted claim is a task of its own. `false`: the rule that it had put to rest goes on by itself. */
  readonly asksAgain: boolean;
  /** A subject may have several open ones, each about words of its own. */
  readonly isMany: boolean;
};

/** One kind of claim, the type of its rows closed over, so that all kinds stand in one list. */
export type ClaimSpec = Spec<unknown>;

/** Ten minutes, which is what a platform takes at most to show in an export what an agent has just done. */
const USUAL_GRACE_MS = 10 * MINUTE;

/** The grace is the usual one unless the spec names another, and a subject has one open claim of the kind. */
export function defineClaim<Row>(
  spec: Omit<Spec<Row>, 'graceMs' | 'isMany'> & Partial<Pick<Spec<Row>, 'graceMs' | 'isMany'>>,
): ClaimSpec {
  return {
    graceMs: USUAL_GRACE_MS,
    isMany: false,
    ...spec,
    // An import asks only about rows of the kind of subject that the spec names, and those have this type.
    judge: (shown, claim) => spec.judge(shown as Shown<Row>, claim),
  };
}
