import type { OrderId, TaskId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { TASK_KIND_LABELS, type Task } from '../../shared/domain/task.ts';

/** From this many at once one digest is shown instead of a pop-up each. */
const DIGEST_FROM = 4;

/** What a notification says of a task's subject. */
type Described = { readonly who: string; readonly what: string; readonly amountFen: number };

type Due = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly show: (notice: {
    readonly title: string;
    readonly body: string;
    readonly isSilent: boolean;
    readonly onOpen: () => void;
    readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  }) => void;
  readonly describe: (task: Task) => Described;
  readonly isSoundOn: () => boolean;
  readonly playSound: () => void;
  readonly open: (target: { taskId: TaskId; orderId: OrderId | null } | null) => void;
  readonly snooze: (task: Task) => void;
  readonly complete: (task: Task) => void;
};

/** Turns due tasks into desktop notifications: one each, or a digest when a sleep or an import brings many. */
export function createReminders(dependencies: Dependencies) {
  const { show, describe, isSoundOn, playSound, open, snooze, complete } = dependencies;

  function showOne(task: Task): void {
    const { who, what, amountFen } = describe(task);
    const orderId = task.subject.kind === 'order' ? task.subject.id : null;
    show({
      title: `${TASK_KIND_LABELS[task.kind]}：${who} ¥${formatFen(amountFen)}`,
      body: [task.reason, task.snoozeNote, what].filter(Boolean).join('\n'),
      isSilent: !isSoundOn(),
      onOpen: () => open({ taskId: task.id, orderId }),
      actions: [
        { label: '延后 10 分钟', run: () => snooze(task) },
        { label: '完成', run: () => complete(task) },
      ],
    });
  }

  function showDigest({ due, missed }: Due): void {
    const [first] = due;
    const totalFen = [...due, ...missed].reduce((sum, task) => sum + task.amountAtRiskFen, 0);
    const counts = [
      ...(due.length > 0 ? [`${due.length} 项待办到期`] : []),
      ...(missed.length > 0 ? [`${missed.length} 项已错过`] : []),
    ];
    show({
      title: counts.join('，'),
      body: `合计 ¥${formatFen(totalFen)}${first ? `，最早：${describe(first).who} ${first.reason}` : ''}`,
      isSilent: !isSoundOn(),
      onOpen: () => open(null),
      actions: [],
    });
  }

  return {
    /** Throws when nothing could be shown; the scheduler then keeps the reminder. */
    remind({ due, missed }: Due): void {
      if (due.length + missed.length === 0) return;
      // What is past its use is only counted: a pop-up for it would be noise.
      if (missed.length > 0 || due.length >= DIGEST_FROM) showDigest({ due, missed });
      else for (const task of due) showOne(task);
      if (isSoundOn()) playSound();
    },
  };
}
