import type { Actor } from '../../../shared/domain/acting.ts';
import {
  DEADLINE_SOURCE_LABELS,
  type Deadline,
  type DeadlineKind,
  type DeadlineSource,
  effectiveDeadline,
} from '../../../shared/domain/deadline.ts';
import type { DeadlineId, ImportRunId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subject.ts';
import type { TaskPlace } from '../../../shared/domain/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Act, Deed } from '../activities/act.ts';

type Dependencies = {
  readonly act: Act;
  readonly deadlines: {
    idOf(subject: SubjectRef, kind: string, source: DeadlineSource): DeadlineId;
    get(id: DeadlineId): Deadline | undefined;
    listOf(kind: SubjectRef['kind'], ids: readonly string[]): Deadline[];
    save(deadline: Deadline): void;
  };
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => TaskPlace;
};

type NewTime = {
  readonly subject: SubjectRef;
  readonly kind: DeadlineKind;
  readonly atMs: EpochMs;
  readonly reason: string | null;
};
type Extension = {
  readonly subjects: readonly SubjectRef[];
  readonly kind: DeadlineKind;
  readonly byMs: number;
  readonly reason: string;
};
/** The end as a file says it, with the import that read it. */
export type ShownTime = Omit<NewTime, 'reason'> & {
  readonly importRunId: ImportRunId;
  readonly nowMs: EpochMs;
};

export type Deadlines = ReturnType<typeof createDeadlines>;

/** Keeps the times that files and agents name for the end of something, each source its own. */
export function createDeadlines({ act, deadlines, placeOf }: Dependencies) {
  const timesOf = (subject: SubjectRef, kind: string): Deadline[] =>
    deadlines.listOf(subject.kind, [subject.id]).filter((deadline) => deadline.kind === kind);

  function deedFor(deadline: Deadline): Deed {
    return {
      subject: deadline.subject,
      kind: 'deadline-set',
      data: {
        untilMs: deadline.atMs,
        outcome: DEADLINE_SOURCE_LABELS[deadline.source],
        ...(deadline.reason === null ? {} : { reason: deadline.reason }),
      },
      rows: [{ table: 'deadlines', id: deadline.id }],
      write: () => deadlines.save(deadline),
    };
  }

  function setBy(
    source: 'manual' | 'agreed',
    { subject, kind, atMs, reason }: NewTime,
    actor: Actor,
  ): Deadline {
    const { shopId } = placeOf(subject);
    const { agentId, nowMs } = actor;
    const before = effectiveDeadline(timesOf(subject, kind));
    if (before?.source === 'file') {
      throw new AppError('conflict', '截止时间以导入文件为准，顺延请使用「顺延」');
    }
    const originalAtMs = before === null || before.atMs === atMs ? null : before.atMs;
    const id = deadlines.idOf(subject, kind, source);
    const facts = { id, shopId, subject, kind, source, atMs, originalAtMs, reason };
    return { ...facts, agentId, setAtMs: nowMs, importRunId: null };
  }

  function extended(subject: SubjectRef, { kind, byMs, reason }: Extension, actor: Actor): Deadline[] {
    const before = effectiveDeadline(timesOf(subject, kind));
    if (before === null) return [];
    // However often agents put it off, the first time stays in sight.
    const isExtension = before.source === 'manual' && before.originalAtMs !== null;
    return [
      {
        ...before,
        id: deadlines.idOf(subject, kind, 'manual'),
        source: 'manual',
        atMs: before.atMs + byMs,
        originalAtMs: isExtension ? before.originalAtMs : before.atMs,
        reason,
        agentId: actor.agentId,
        setAtMs: actor.nowMs,
        importRunId: null,
      },
    ];
  }

  return {
    /** An agent names the end by hand, or has agreed on it with the customer. */
    set: (source: 'manual' | 'agreed', time: NewTime, actor: Actor): Recorded =>
      act(actor, () => ({
        ...deedFor(setBy(source, time, actor)),
        message: `截止时间已改为 ${formatBeijing(time.atMs).slice(5, 16)}`,
      })),

    /** 节假日顺延: puts off the end of many subjects at once; one undo takes all of it back. */
    extend: (extension: Extension, actor: Actor): Recorded =>
      act(actor, () => {
        if (extension.byMs <= 0) throw new AppError('invalid-input', '顺延时间须大于 0');
        if (extension.reason.trim() === '') throw new AppError('invalid-input', '请填写顺延原因');
        const [lead, ...others] = extension.subjects.flatMap((subject) =>
          extended(subject, extension, actor),
        );
        if (!lead) throw new AppError('not-found', '所选对象没有可顺延的截止时间');
        return {
          ...deedFor(lead),
          alongside: others.map(deedFor),
          message: `已顺延 ${others.length + 1} 项截止时间`,
        };
      }),

    /**
     * An import shows the end. It says whether that moved, so that the import records it and has the rules run; the
     * caller is in a transaction.
     */
    show({
      subject,
      kind,
      atMs,
      importRunId,
      nowMs,
    }: ShownTime): { before: Deadline | null; after: Deadline } | null {
      const id = deadlines.idOf(subject, kind, 'file');
      const before = deadlines.get(id) ?? null;
      if (before?.atMs === atMs) return null;
      const known = effectiveDeadline(timesOf(subject, kind));
      const after: Deadline = {
        id,
        shopId: placeOf(subject).shopId,
        subject,
        kind,
        source: 'file',
        atMs,
        originalAtMs: known === null || known.atMs === atMs ? null : known.atMs,
        reason: null,
        agentId: null,
        setAtMs: nowMs,
        importRunId,
      };
      deadlines.save(after);
      return { before, after };
    },
  };
}
