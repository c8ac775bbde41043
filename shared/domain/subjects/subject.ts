import { z } from 'zod';
import {
  type AgentId,
  type CaseId,
  type CustomerId,
  OrderId,
  type ScriptGroupId,
  type ScriptId,
  type ScriptPictureId,
  type ShopId,
} from '../ids.ts';
import { SUBJECT_LABELS } from './subject-kinds.ts';

export type SubjectKind = keyof typeof SUBJECT_LABELS;
// The keys of the labels are the kinds.
export const SUBJECT_KINDS = Object.keys(SUBJECT_LABELS) as SubjectKind[];
export const SubjectKind = z.enum(SUBJECT_KINDS);

type Ids = {
  readonly order: OrderId;
  readonly customer: CustomerId;
  readonly case: CaseId;
  readonly shop: ShopId;
  readonly agent: AgentId;
  readonly script: ScriptId;
  readonly 'script-group': ScriptGroupId;
  readonly picture: ScriptPictureId;
};
/** The brand comes back where the kind is known; a kind without a brand of its own has text. */
export type IdOf<K extends SubjectKind> = K extends keyof Ids ? Ids[K] : string;

export type RefOf<K extends SubjectKind> = {
  readonly [Kind in K]: { readonly kind: Kind; readonly id: IdOf<Kind> };
}[K];

/** A task, an activity, a panel or an event is about one of these. */
export type SubjectRef = RefOf<SubjectKind>;
export const SubjectRef = z.object({
  kind: SubjectKind,
  id: z.string().min(1).max(64),
  // An id gets the brand of its kind here, as it does in `ids.ts` where the kind is known.
}) as unknown as z.ZodType<SubjectRef, SubjectRef>;

/** The subject of that kind; where the kind is only known at run time, the pair was one `SubjectRef` when it was written. */
export const asSubject = <K extends SubjectKind>(kind: K, id: string): RefOf<K> =>
  ({ kind, id }) as unknown as RefOf<K>;

/** The id, where the subject is of that kind. */
export function idIn<K extends SubjectKind>(subject: SubjectRef | null | undefined, kind: K): IdOf<K> | null {
  // The id was one of this kind when the reference was made.
  return subject?.kind === kind ? (subject.id as IdOf<K>) : null;
}

/** A search finds a subject by the beginning of one of `starts`, such as a number, or by any part of one of `parts`. */
export type SubjectWords = { readonly starts: readonly string[]; readonly parts: readonly string[] };

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
