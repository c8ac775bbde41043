import type { TaskId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import type { SubjectRef, SubjectSummary } from '../../shared/domain/subjects/subject.ts';
import { moneyOfMatters } from '../../shared/domain/tasks/money-of-matters.ts';
import { type Task, taskKindLabel } from '../../shared/domain/tasks/task.ts';

/** From this many at once one digest is shown instead of a pop-up each. */
const DIGEST_FROM = 4;

type Due = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly show: (notice: {
    readonly title: string;
    readonly body: string;
    readonly isSilent: boolean;
    readonly onOpen: () => void;
    readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  }) => void;
  readonly summarise: (refs: readonly SubjectRef[]) => (ref: SubjectRef) => SubjectSummary;
  readonly isSoundOn: () => boolean;
  readonly playSound: () => void;
  readonly open: (target: { taskId: TaskId; subject: SubjectRef } | null) => void;
  readonly snooze: (task: Task) => void;
  readonly complete: (task: Task) => void;
};

/** Turns due tasks into desktop notifications: one each, or a digest when a sleep or an import brings many. */
export function createReminders(dependencies: Dependencies) {
  const { show, summarise, isSoundOn, playSound, open, snooze, complete } = dependencies;

  const summaryOf = ({ subject }: Task) => summarise([subject])(subject);
  /** A customer is known by the nick, everything else by its number or name. */
  function nameOf(task: Task): string {
    const { customerNick, title } = summaryOf(task);
    return customerNick ?? title;
  }

  function showOne(task: Task): void {
    const { detail } = summaryOf(task);
    show({
      title: `${taskKindLabel(task.kind)}：${nameOf(task)}${amountOf(task)}`,
      body: [task.reason, task.snoozeNote, detail].filter(Boolean).join('\n'),
      isSilent: !isSoundOn(),
      onOpen: () => open({ taskId: task.id, subject: task.subject }),
      actions: [
        { label: '延后 10 分钟', run: () => snooze(task) },
        { label: '完成', run: () => complete(task) },
      ],
    });
  }

  function showDigest({ due, missed }: Due): void {
    const [first] = due;
    const totalFen = moneyOfMatters([...due, ...missed]);
    const counts = [
      ...(due.length > 0 ? [`${due.length} 项待办到期`] : []),
      ...(missed.length > 0 ? [`${missed.length} 项已错过`] : []),
    ];
    show({
      title: counts.join('，'),
      body: `合计 ¥${formatFen(totalFen)}${first ? `，最早：${nameOf(first)} ${first.reason}` : ''}`,
      isSilent: !isSoundOn(),
      onOpen: () => open(null),
      actions: [],
    });
  }

  return {
    /** Throws when nothing could be shown; the scheduler then keeps the reminder. */
    remind({ due, missed }: Due): void {
      if (due.length + missed.length === 0) return;
      // A missed task is only counted in the digest: a pop-up for it would be noise.
      if (missed.length > 0 || due.length >= DIGEST_FROM) showDigest({ due, missed });
      else for (const task of due) showOne(task);
      if (isSoundOn()) playSound();
    },
  };
}

const amountOf = ({ amountAtRiskFen }: Task): string =>
  amountAtRiskFen === 0 ? '' : ` ¥${formatFen(amountAtRiskFen)}`;
