import type { DeadlineKind, RuleEnd, TimeSpan } from '../../../shared/domain/shared-parts/deadline.ts';
import {
  asSubject,
  type SubjectKind,
  type SubjectRef,
  type SubjectSummary,
  subjectKey,
  subjectLabel,
} from '../../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SubjectModule } from './subject-module.ts';

export type Subjects = ReturnType<typeof createSubjects>;

/** All kinds of subjects that can have tasks: every shared part asks here, and knows no kind by name. */
export function createSubjects(modules: readonly SubjectModule[]) {
  const byKind = new Map(modules.map((module) => [module.kind, module]));
  if (byKind.size < modules.length) throw new Error('Two modules claim one kind of subject');

  function moduleOf(kind: SubjectKind): SubjectModule {
    const module = byKind.get(kind);
    if (!module)
      throw new Error(
        `No module for subjects of the kind ${kind}: its domain in electron/joins/subjects has none`,
      );
    return module;
  }

  function idsByKind(refs: readonly SubjectRef[]): Map<SubjectKind, string[]> {
    const grouped = Map.groupBy(refs, ({ kind }) => kind);
    return new Map(
      [...grouped].map(([kind, same]) => [kind, [...new Set(same.map(({ id }): string => id))]]),
    );
  }

  /** The places of tasks about many subjects; refuses one that is not there. */
  function placesOf(refs: readonly SubjectRef[]): (ref: SubjectRef) => TaskPlace {
    const places = new Map(
      [...idsByKind(refs)].map(([kind, ids]) => [kind, byKind.get(kind)?.placesOf(ids)] as const),
    );
    return ({ kind, id }) => {
      const place = places.get(kind)?.get(id);
      if (!place) throw new AppError('not-found', `该${subjectLabel(kind)}已不存在，请刷新后重试`);
      return place;
    };
  }

  return {
    modules,
    moduleOf,
    /** How a search of the queue finds each kind. */
    wordSources: byKind,
    /** Of many at once, as a page of the queue wants them. A subject that is gone has its id for a title. */
    summarise(refs: readonly SubjectRef[]): (ref: SubjectRef) => SubjectSummary {
      const found = [...idsByKind(refs)].flatMap(([kind, ids]) => moduleOf(kind).summarise(ids));
      const byKey = new Map(found.map((summary) => [subjectKey(summary.ref), summary]));
      return (ref) => byKey.get(subjectKey(ref)) ?? goneSummary(ref);
    },
    /** Subjects of every kind that has no finder of its own, at most so many of each. */
    find(text: string, atMostOfEach: number): SubjectSummary[] {
      return modules.flatMap(({ find, summarise }) => {
        const ids = find?.(text, atMostOfEach) ?? [];
        return ids.length === 0 ? [] : summarise(ids);
      });
    },
    /** The ends that follow from subjects of one kind by themselves; a kind that has only a timeline has none. */
    endsOf: (kind: SubjectKind, ids: readonly string[]): ReadonlyMap<string, readonly RuleEnd[]> =>
      byKind.get(kind)?.ruled?.endsOf(ids) ?? new Map(),
    /** Every subject that an end of the kind may come to within the time by itself. */
    listEnding: (kind: DeadlineKind, within: TimeSpan): SubjectRef[] =>
      modules.flatMap((module) =>
        (module.ruled?.listEnding(kind, within) ?? []).map((id) => asSubject(module.kind, id)),
      ),
    /** The place of a task about the subject; refuses a subject that is not there. */
    placeOf: (ref: SubjectRef): TaskPlace => placesOf([ref])(ref),
    placesOf,
  };
}

const goneSummary = ({ kind, id }: SubjectRef): SubjectSummary => ({
  ref: asSubject(kind, id),
  title: id,
  customerNick: null,
  detail: null,
  status: null,
  orderId: null,
});
