import type { ShopId } from '../../../shared/domain/ids.ts';
import type { DeadlineKind, RuleEnd, TimeSpan } from '../../../shared/domain/shared-parts/deadline.ts';
import type {
  SubjectKind,
  SubjectRef,
  SubjectSummary,
  SubjectWords,
} from '../../../shared/domain/subjects/subject.ts';
import type { Rule, Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { TaskKind, TaskPlace, WantedTask } from '../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

/** All subjects have these, also those without rules: enough for a task that an agent made by hand. */
export type SubjectBasics = {
  readonly kind: SubjectKind;
  /** In the order asked for or any other; what is not there is left out. */
  readonly summarise: (ids: readonly string[]) => readonly SubjectSummary[];
  readonly placesOf: (ids: readonly string[]) => ReadonlyMap<string, TaskPlace>;
  readonly words: (ids: readonly string[]) => ReadonlyMap<string, SubjectWords>;
  /**
   * Ctrl+K asks it for ids of the whole table, at most so many, by an index or by a bounded part of it; `null`: the page
   * has a finder of its own for them.
   */
  readonly find: ((text: string, atMost: number) => readonly string[]) | null;
  /** The words are read again when one of these tables was written to. */
  readonly wordTables: readonly [string, ...string[]];
};

/** The rules about one kind of subject need these. */
type RuledSubject<S> = {
  readonly rules: readonly Rule<S>[];
  /** Everything that the rules may look at, for many subjects in a few statements. */
  readonly load: (ids: readonly string[]) => readonly S[];
  readonly idOf: (subject: S) => string;
  readonly placeOf: (subject: S) => TaskPlace;
  /** The end that matters: until then its tasks can be of use, and the queue ranks by it; left out: each has its own. */
  readonly endsAtMs?: (subject: S) => EpochMs | null;
  /**
   * Those of the changed subjects, and others that depend on them, for which a rule can want or end anything. Few are
   * all looked at; of many, as after an import, only those that are live, have a task or depend on one that changed.
   */
  readonly listToRefresh: (changed: readonly SubjectRef[]) => readonly string[];
  /** Live ones of the shop, and those with a task to do: its new settings may change all of them. */
  readonly listLive: (shopId: ShopId) => readonly string[];
  /** Whether a live subject of the shop is without any task, although its rules want some; left out: none can be. */
  readonly hasForgotten?: (shopId: ShopId) => boolean;
  /** Remembers for which subjects a rule can want anything. */
  readonly setLive: (ids: readonly string[], isLive: boolean) => void;
  /** Ends that follow from the subject and the settings of its shop; left out: none do. */
  readonly ends?: (subject: S) => readonly RuleEnd[];
  /** Those that such an end of the kind may come to within the time, by an index; left out: there are none. */
  readonly listEnding?: (kind: DeadlineKind, within: TimeSpan) => readonly string[];
};

export type Plan = TaskPlace & {
  readonly id: string;
  readonly isLive: boolean;
  readonly endsAtMs: EpochMs | null;
  readonly wanted: readonly WantedTask[];
  /** One entry per kind of task that a rule governs. */
  readonly settled: ReadonlyMap<TaskKind, Settlement | null>;
  readonly ends: readonly RuleEnd[];
};

/** A module runs its rules by these, the type of its subjects closed over. */
export type Ruled = Pick<RuledSubject<never>, 'listToRefresh' | 'listLive' | 'hasForgotten' | 'setLive'> & {
  readonly ruledKinds: readonly TaskKind[];
  readonly plan: (ids: readonly string[], nowMs: EpochMs) => readonly Plan[];
  readonly endsOf: (ids: readonly string[]) => ReadonlyMap<string, readonly RuleEnd[]>;
  readonly listEnding: NonNullable<RuledSubject<never>['listEnding']>;
};

/** One kind of subject, its type closed over, so that all kinds stand in one list. */
export type SubjectModule = SubjectBasics & { readonly ruled: Ruled | null };

const NONE = () => [];

/** A kind of subject that rules look at. */
export function defineSubject<S>(spec: SubjectBasics & RuledSubject<S>): SubjectModule {
  const {
    kind,
    summarise,
    placesOf,
    words,
    wordTables,
    find,
    rules,
    load,
    idOf,
    placeOf,
    endsAtMs = () => null,
    ends = NONE,
    listEnding = NONE,
    ...lists
  } = spec;
  return {
    kind,
    summarise,
    placesOf,
    words,
    wordTables,
    find,
    ruled: {
      ...lists,
      ruledKinds: rules.map((rule) => rule.kind),
      plan: (ids, nowMs) =>
        load(ids).map((subject) => ({
          ...placeOf(subject),
          id: idOf(subject),
          endsAtMs: endsAtMs(subject),
          isLive: rules.some((rule) => rule.concerns(subject)),
          wanted: rules.flatMap((rule) => rule.find(subject, nowMs)),
          settled: new Map(rules.map((rule) => [rule.kind, rule.settledBy(subject)])),
          ends: ends(subject),
        })),
      endsOf: (ids) => new Map(load(ids).map((subject) => [idOf(subject), ends(subject)])),
      listEnding,
    },
  };
}

/** A kind of subject that has tasks only where an agent makes them. */
export const definePlainSubject = (basics: SubjectBasics): SubjectModule => ({ ...basics, ruled: null });
