import { z } from 'zod';
import { momentText } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { AgentId, DeadlineId, ImportRunId, ShopId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';
import type { DeadlineKindSpec } from './deadline-kinds/deadline-kind-spec.ts';
import { DEADLINE_KIND_SPECS } from './deadline-kinds/index.ts';

export type DeadlineKind = keyof typeof DEADLINE_KIND_SPECS;
// The keys of the specs are the kinds.
export const DEADLINE_KINDS = Object.keys(DEADLINE_KIND_SPECS) as DeadlineKind[];
export const DeadlineKind = z.enum(DEADLINE_KINDS);

const SPECS = new Map<string, DeadlineKindSpec>(Object.entries(DEADLINE_KIND_SPECS));

/** `undefined`: a kind that this build does not know. */
export const deadlineKindSpec = (kind: string): DeadlineKindSpec | undefined => SPECS.get(kind);

/**
 * The end of something as it follows from the subject and the settings of its shop: it counts while neither a file nor
 * an agent names another. `null`: it is over, whatever they have named, as with a refund that is closed.
 */
export type RuleEnd = {
  readonly kind: DeadlineKind;
  readonly atMs: EpochMs | null;
  /** A file has written it into the subject itself, as the shipping time of an order. */
  readonly source?: 'file';
  /** When the thing that ends began: what agents named before was about something that is over by now. */
  readonly sinceMs?: EpochMs;
};

/** After the one moment, and until the other. */
export type TimeSpan = { readonly afterMs: EpochMs; readonly untilMs: EpochMs };

/** The sources of a time, the weakest first: a weaker source does not overwrite a stronger one. */
export const DEADLINE_SOURCES = ['rule', 'agreed', 'manual', 'file'] as const;
export const DeadlineSource = z.enum(DEADLINE_SOURCES);
export type DeadlineSource = z.infer<typeof DeadlineSource>;

export const DEADLINE_SOURCE_LABELS = {
  rule: '按设置',
  agreed: '与客户约定',
  manual: '手工登记',
  file: '导入文件',
} as const satisfies Record<DeadlineSource, string>;

/** The end of something as one source says it; each source has at most one for a subject and a kind. */
export const Deadline = z.object({
  id: DeadlineId,
  shopId: ShopId.nullable(),
  subject: SubjectRef,
  /** The thing that ends: `'ship'`, `'refund'` … */
  kind: z.string().min(1).max(40),
  source: DeadlineSource,
  atMs: z.int(),
  /** The time before it was moved; `null` when it was not. */
  originalAtMs: z.int().nullable(),
  reason: z.string().nullable(),
  agentId: AgentId.nullable(),
  setAtMs: z.int(),
  importRunId: ImportRunId.nullable(),
});
export type Deadline = z.infer<typeof Deadline>;

/** The deadline as rules see it. */
export type DeadlineTime = Pick<Deadline, 'source' | 'atMs' | 'originalAtMs' | 'reason' | 'setAtMs'>;

const rankOf = ({ source }: DeadlineTime): number => DEADLINE_SOURCES.indexOf(source);

/**
 * Which of the times counts: file before manual before agreed before rule. An extension is a manual time that was made
 * in view of the time it puts off, so it holds against a file until that file names another time.
 */
export function effectiveDeadline<D extends DeadlineTime>(times: readonly D[]): D | null {
  const strongest = times.reduce<D | null>(
    (best, one) => (best === null || rankOf(one) > rankOf(best) ? one : best),
    null,
  );
  const extension = times.find(({ source, originalAtMs }) => source === 'manual' && originalAtMs !== null);
  const isPutOff = strongest?.source === 'file' && extension?.originalAtMs === strongest.atMs;
  return extension && isPutOff ? extension : strongest;
}

type KindOfTime = DeadlineTime & { readonly kind: string };

/** The time that counts for an end of the kind. */
export function endOfKind(
  kind: string,
  stored: readonly KindOfTime[],
  ends: readonly RuleEnd[],
): DeadlineTime | null {
  const own = ends.filter((end) => end.kind === kind);
  const times = own.flatMap(({ atMs, source }) => (atMs === null ? [] : ownTime(atMs, source)));
  if (times.length < own.length) return null;
  const named = stored.filter((time) => time.kind === kind && isAbout(time, own));
  return effectiveDeadline<DeadlineTime>([...named, ...times]);
}

const isAbout = ({ source, setAtMs }: DeadlineTime, ends: readonly RuleEnd[]): boolean =>
  source === 'file' || ends.every(({ sinceMs }) => sinceMs === undefined || sinceMs <= setAtMs);

/** Such a time follows from the subject whenever it is asked for, so it has no row and was never moved. */
const ownTime = (atMs: EpochMs, source: DeadlineSource = 'rule'): DeadlineTime => ({
  source,
  atMs,
  originalAtMs: null,
  reason: null,
  setAtMs: 0,
});

/** When a warning about the deadline is due. One that has come nearer is due from the moment that it did. */
export function warningAtMs(deadline: DeadlineTime, beforeMs: number): EpochMs {
  const { atMs, setAtMs } = deadline;
  const plannedMs = atMs - beforeMs;
  return isEarlier(deadline) ? Math.min(plannedMs, setAtMs) : plannedMs;
}

/**
 * Tells the tasks of a moved deadline from those before it: whatever was done about the old time is to be done again
 * about the new one.
 */
export const deadlineOccurrence = ({ atMs, originalAtMs }: DeadlineTime): string =>
  originalAtMs === null ? '' : String(atMs);

/** `'截止时间提前：原 06-10 18:00 现 06-10 12:00'`; `null` where it was not moved. */
export function moveText({ atMs, originalAtMs, setAtMs }: DeadlineTime): string | null {
  if (originalAtMs === null || originalAtMs === atMs) return null;
  const [before, now] = [originalAtMs, atMs].map((moment) => momentText(moment, setAtMs));
  return `截止时间${atMs < originalAtMs ? '提前' : '顺延'}：原 ${before} 现 ${now}`;
}

const isEarlier = ({ atMs, originalAtMs }: DeadlineTime): boolean =>
  originalAtMs !== null && atMs < originalAtMs;
