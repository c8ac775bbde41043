import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { DeadlineId } from '../../../shared/domain/ids.ts';
import {
  DEADLINE_SOURCE_LABELS,
  type Deadline,
  type DeadlineKind,
  type DeadlineSource,
} from '../../../shared/domain/shared-parts/deadline.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Act, Deed } from '../activities/act.ts';
import type { EndOf } from './end-of.ts';

type Dependencies = {
  readonly act: Act;
  readonly deadlines: {
    idOf(subject: SubjectRef, kind: string, source: DeadlineSource): DeadlineId;
    save(deadline: Deadline): void;
  };
  readonly endOf: EndOf;
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
export type Deadlines = ReturnType<typeof createDeadlines>;

/** Keeps the times that agents name for the end of something, beside those of files and settings. */
export function createDeadlines({ act, deadlines, endOf, placeOf }: Dependencies) {
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
    const before = endOf(subject, kind);
    if (before?.source === 'file') {
      throw new AppError('conflict', '截止时间以导入文件为准，顺延请使用「顺延」');
    }
    const originalAtMs = before === null || before.atMs === atMs ? null : before.atMs;
    const id = deadlines.idOf(subject, kind, source);
    const facts = { id, shopId, subject, kind, source, atMs, originalAtMs, reason };
    return { ...facts, agentId, setAtMs: nowMs, importRunId: null };
  }

  function extended(subject: SubjectRef, { kind, byMs, reason }: Extension, actor: Actor): Deadline[] {
    const before = endOf(subject, kind);
    if (before === null) return [];
    const { shopId } = placeOf(subject);
    const { agentId, nowMs } = actor;
    // However often agents put it off, the first time stays in sight.
    const isExtension = before.source === 'manual' && before.originalAtMs !== null;
    return [
      {
        id: deadlines.idOf(subject, kind, 'manual'),
        shopId,
        subject,
        kind,
        source: 'manual',
        atMs: before.atMs + byMs,
        originalAtMs: isExtension ? before.originalAtMs : before.atMs,
        reason,
        agentId,
        setAtMs: nowMs,
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
  };
}
