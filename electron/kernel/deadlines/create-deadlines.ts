import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { DeadlineId } from '../../../shared/domain/ids.ts';
import {
  DEADLINE_SOURCE_LABELS,
  type Deadline,
  type DeadlineKind,
  type DeadlineSource,
  type DeadlineTime,
  type TimeSpan,
} from '../../../shared/domain/shared-parts/deadline.ts';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { formatBeijing, momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Act, Deed } from '../activities/act.ts';
import type { EndsOf } from './end-of.ts';

type Dependencies = {
  readonly act: Act;
  readonly deadlines: {
    idOf(subject: SubjectRef, kind: string, source: DeadlineSource): DeadlineId;
    save(deadline: Deadline): void;
    listSubjectsOf(kind: string, within: TimeSpan): SubjectRef[];
  };
  readonly endsOf: EndsOf;
  /** Refuses a subject that is not there. */
  readonly placesOf: (subjects: readonly SubjectRef[]) => (subject: SubjectRef) => TaskPlace;
  /** Subjects that an end of the kind may come to within the time. */
  readonly listEnding: (kind: DeadlineKind, within: TimeSpan) => readonly SubjectRef[];
};

type NewTime = {
  readonly subject: SubjectRef;
  readonly kind: DeadlineKind;
  readonly atMs: EpochMs;
  readonly reason: string | null;
};
type Delay = { readonly kind: DeadlineKind; readonly byMs: number; readonly reason: string };
type Extension = Delay & { readonly subjects: readonly SubjectRef[] };
type Shift = Delay & { readonly untilMs: EpochMs };
type Ending = { readonly subject: SubjectRef; readonly time: DeadlineTime };

export type Shifted = Recorded & { readonly subjects: readonly SubjectRef[] };
export type Deadlines = ReturnType<typeof createDeadlines>;

/** Keeps the times that agents name for the end of something, beside those of files and settings. */
export function createDeadlines({ act, deadlines, endsOf, placesOf, listEnding }: Dependencies) {
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
    const { shopId } = placesOf([subject])(subject);
    const { agentId, nowMs } = actor;
    const before = endsOf([subject], kind)(subject);
    if (before?.source === 'file') {
      throw new AppError('conflict', '截止时间以导入文件为准，顺延请使用「顺延」');
    }
    const originalAtMs = before === null || before.atMs === atMs ? null : before.atMs;
    const id = deadlines.idOf(subject, kind, source);
    const facts = { id, shopId, subject, kind, source, atMs, originalAtMs, reason };
    return { ...facts, agentId, setAtMs: nowMs, importRunId: null };
  }

  function putOff(endings: readonly Ending[], { kind, byMs, reason }: Delay, actor: Actor): Deed[] {
    if (byMs <= 0) throw new AppError('invalid-input', '顺延时间须大于 0');
    if (reason.trim() === '') throw new AppError('invalid-input', '请填写顺延原因');
    const placeOf = placesOf(endings.map(({ subject }) => subject));
    return endings.map(({ subject, time }) => {
      // However often agents put it off, the first time stays in sight.
      const isExtension = time.source === 'manual' && time.originalAtMs !== null;
      return deedFor({
        id: deadlines.idOf(subject, kind, 'manual'),
        shopId: placeOf(subject).shopId,
        subject,
        kind,
        source: 'manual',
        atMs: time.atMs + byMs,
        originalAtMs: isExtension ? time.originalAtMs : time.atMs,
        reason,
        agentId: actor.agentId,
        setAtMs: actor.nowMs,
        importRunId: null,
      });
    });
  }

  function endingsOf(subjects: readonly SubjectRef[], kind: DeadlineKind): Ending[] {
    const endOf = endsOf(subjects, kind);
    return subjects.flatMap((subject) => {
      const time = endOf(subject);
      return time === null ? [] : [{ subject, time }];
    });
  }

  /** All ends by then, of a file, an agent or a rule; one that is past already is not put off any more. */
  function endingsWithin(kind: DeadlineKind, within: TimeSpan): Ending[] {
    const { afterMs, untilMs } = within;
    const named = deadlines.listSubjectsOf(kind, within);
    const found = [...listEnding(kind, within), ...named].map((one) => [subjectKey(one), one] as const);
    return endingsOf([...new Map(found).values()], kind).filter(
      ({ time }) => time.atMs > afterMs && time.atMs <= untilMs,
    );
  }

  return {
    /** An agent names the end by hand, or has agreed on it with the customer. */
    set: (source: 'manual' | 'agreed', time: NewTime, actor: Actor): Recorded =>
      act(actor, () => ({
        ...deedFor(setBy(source, time, actor)),
        message: `截止时间已改为 ${momentText(time.atMs, actor.nowMs)}`,
      })),

    /** 节假日顺延: puts off the end of many subjects at once; one undo takes all of it back. */
    extend: (extension: Extension, actor: Actor): Recorded =>
      act(actor, () => {
        const endings = endingsOf(extension.subjects, extension.kind);
        const [lead, ...others] = putOff(endings, extension, actor);
        if (!lead) throw new AppError('not-found', '所选对象没有可顺延的截止时间');
        return {
          ...lead,
          alongside: others,
          message: `已顺延 ${others.length + 1} 项截止时间`,
        };
      }),

    /** How many ends of the kind a shift would put off. */
    countEnding: (kind: DeadlineKind, within: TimeSpan): number => endingsWithin(kind, within).length,

    /** Puts off every end of the kind that comes by then; the same undo. */
    shift({ untilMs, ...delay }: Shift, actor: Actor): Shifted {
      let shifted: readonly SubjectRef[] = [];
      const recorded = act(actor, () => {
        const endings = endingsWithin(delay.kind, { afterMs: actor.nowMs, untilMs });
        const [lead, ...others] = putOff(endings, delay, actor);
        if (!lead) {
          const until = formatBeijing(untilMs).slice(0, 16);
          throw new AppError('not-found', `没有 ${until} 前到期的截止时间`);
        }
        shifted = endings.map(({ subject }) => subject);
        return { ...lead, alongside: others, message: `已顺延 ${shifted.length} 项截止时间` };
      });
      return { ...recorded, subjects: shifted };
    },
  };
}
