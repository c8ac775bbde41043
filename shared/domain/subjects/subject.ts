import { z } from 'zod';
import { OrderId, type SubjectId } from '../ids.ts';
import { SUBJECT_KIND_SPECS } from './subject-kinds.ts';

export type SubjectKind = keyof typeof SUBJECT_KIND_SPECS;
// The keys of the specs are the kinds.
export const SUBJECT_KINDS = Object.keys(SUBJECT_KIND_SPECS) as SubjectKind[];
export const SubjectKind = z.enum(SUBJECT_KINDS);

export const subjectLabel = (kind: SubjectKind): string => SUBJECT_KIND_SPECS[kind].label;

export type RefOf<K extends SubjectKind> = {
  readonly [Kind in K]: { readonly kind: Kind; readonly id: SubjectId<Kind> };
}[K];

/** A task, an activity, a panel or an event is about one of these. */
export type SubjectRef = RefOf<SubjectKind>;
export const SubjectRef = z.object({
  kind: SubjectKind,
  id: z.string().min(1).max(64),
  // The id gets the brand of its kind here.
}) as unknown as z.ZodType<SubjectRef, SubjectRef>;

/** The subject of that kind; where the kind is only known at run time, the pair was one `SubjectRef` when it was written. */
export const asSubject = <K extends SubjectKind>(kind: K, id: string): RefOf<K> =>
  ({ kind, id }) as unknown as RefOf<K>;

/** The id, where the subject is of that kind. */
export function idIn<K extends SubjectKind>(
  subject: SubjectRef | null | undefined,
  kind: K,
): SubjectId<K> | null {
  // The id was one of this kind when the reference was made.
  return subject?.kind === kind ? (subject.id as SubjectId<K>) : null;
}

/** A search finds a subject by the beginning of one of `starts`, such as a number, or by any part of one of `parts`. */
export type SubjectWords = {
  readonly starts: readonly string[];
  readonly parts: readonly string[];
  /** Numbers of which customers and couriers say the last digits. */
  readonly ends?: readonly string[];
  readonly wholes?: readonly string[];
};

/** One text for both parts, for maps and drafts. */
export const subjectKey = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;

/** Queue, pop-up, palette, command line and exports say this of any subject. */
export const SubjectSummary = z.object({
  ref: SubjectRef,
  /** The platform's number, or a name. */
  title: z.string(),
  customerNick: z.string().nullable(),
  /** A word about its contents, such as the goods. */
  detail: z.string().nullable(),
  /** Its state, in Chinese. */
  status: z.string().nullable(),
  /** The order behind it, whose values its scripts are filled with. */
  orderId: OrderId.nullable(),
});
export type SubjectSummary = z.infer<typeof SubjectSummary>;
