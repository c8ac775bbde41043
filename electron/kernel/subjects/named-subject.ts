import type { ShopId } from '../../../shared/domain/ids.ts';
import {
  asSubject,
  type SubjectKind,
  type SubjectSummary,
  subjectKey,
} from '../../../shared/domain/subjects/subject.ts';
import type { SubjectBasics } from './subject-module.ts';

export type NamedSubject = { readonly summary: SubjectSummary; readonly shopId: ShopId | null };

type NamedSubjects = Pick<SubjectBasics, 'wordTables' | 'find'> & {
  readonly lookUp: (id: string) => NamedSubject | null;
};

/** A kind of subject of which there are few, looked up one by one: it is its own matter and is found by its names. */
export function namedSubject(kind: SubjectKind, { lookUp, ...rest }: NamedSubjects): SubjectBasics {
  const found = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const subject = lookUp(id);
      return subject === null ? [] : [{ id, ...subject }];
    });
  return {
    kind,
    ...rest,
    summarise: (ids) => found(ids).map(({ summary }) => summary),
    placesOf: (ids) =>
      new Map(found(ids).map(({ id, shopId }) => [id, { shopId, matter: subjectKey(asSubject(kind, id)) }])),
    words: (ids) =>
      new Map(
        found(ids).map(({ id, summary: { title, customerNick } }) => [
          id,
          { starts: [], parts: [title, customerNick].filter((word) => word !== null) },
        ]),
      ),
  };
}
