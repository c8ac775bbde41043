import type { TaskId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import type { SubjectRef, SubjectSummary } from '../../shared/domain/subjects/subject.ts';
import type { QueueTab } from '../../shared/domain/tasks/queue-place.ts';
import { type Task, taskKindLabel } from '../../shared/domain/tasks/task.ts';
import type { PastNotice } from '../../shared/ipc/contract/program/notice-contract.ts';
import { QUEUE_TAB_LABELS, type QueueCounts } from '../../shared/ipc/contract/task-contract.ts';

/** From this many at once one digest is shown instead of a pop-up each. */
const DIGEST_FROM = 4;

/** A digest says these of the queue, by the names that stand over its list. */
const TOLD_TABS = ['todo', 'given', 'missed'] as const satisfies readonly QueueTab[];

type Due = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly show: (notice: {
    readonly title: string;
    readonly body: string;
    readonly isSilent: boolean;
    readonly target: PastNotice['target'];
    readonly onOpen: () => void;
    readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  }) => void;
  readonly summarise: (refs: readonly SubjectRef[]) => (ref: SubjectRef) => SubjectSummary;
  /** The whole queue as the window shows it, so that both say the same number and the same money. */
  readonly countAll: () => QueueCounts['byTab'];
  readonly isSoundOn: () => boolean;
  readonly playSound: () => void;
  readonly open: (target: { taskId: TaskId; subject: SubjectRef } | null) => void;
  readonly snooze: (task: Task) => void;
  readonly complete: (task: Task) => void;
};

/** Turns due tasks into desktop notifications: one each, or a digest when a sleep or an import brings many. */
export function createReminders(dependencies: Dependencies) {
  const { show, summarise, countAll, isSoundOn, playSound, open, snooze, complete } = dependencies;

  const summaryOf = ({ subject }: Task) => summarise([subject])(subject);
  /** A customer is known by the nick, everything else by its number or name. */
  function nameOf(task: Task): string {
    const { customerNick, title } = summaryOf(task);
    return customerNick ?? title;
  }

  function showOne(task: Task): void {
    const { detail } = summaryOf(task);
    const target = { taskId: task.id, subject: task.subject };
    show({
      title: `${taskKindLabel(task.kind)}：${nameOf(task)}${amountOf(task)}`,
      body: [task.reason, task.snoozeNote, shortened(detail)].filter(Boolean).join('\n'),
      isSilent: !isSoundOn(),
      target,
      onOpen: () => open(target),
      actions: [
        { label: '延后 10 分钟', run: () => snooze(task) },
        { label: '完成', run: () => complete(task) },
      ],
    });
  }

  /** `false`: nothing is due or missed any more, as a step whose order has another one to come. */
  function showDigest(due: readonly Task[]): boolean {
    const byTab = countAll();
    const told = TOLD_TABS.filter((tab) => byTab[tab].count > 0);
    if (told.length === 0) return false;
    const [first] = due;
    const money = told.map((tab) => `${QUEUE_TAB_LABELS[tab]} ¥${formatFen(byTab[tab].amountFen)}`);
    show({
      title: told.map((tab) => `${QUEUE_TAB_LABELS[tab]} ${byTab[tab].count} 项`).join('，'),
      body: [...money, ...(first ? [`最早：${nameOf(first)} ${first.reason}`] : [])].join('，'),
      isSilent: !isSoundOn(),
      target: null,
      onOpen: () => open(null),
      actions: [],
    });
    return true;
  }

  /** One for each order; of several steps the last one is the one to do. */
  function showEach(due: readonly Task[]): boolean {
    for (const task of new Map(due.map((one) => [one.matter, one])).values()) showOne(task);
    return due.length > 0;
  }

  return {
    /** Throws when nothing could be shown; the scheduler then keeps the reminder. */
    remind({ due, missed }: Due): void {
      const dueMatters = new Set(due.map(({ matter }) => matter)).size;
      // A missed task is only counted in the digest: a pop-up for it would be noise.
      const isMany = missed.length > 0 || dueMatters >= DIGEST_FROM;
      const isShown = (isMany && showDigest(due)) || (dueMatters < DIGEST_FROM && showEach(due));
      if (isShown && isSoundOn()) playSound();
    },
  };
}

const amountOf = ({ amountAtRiskFen }: Task): string =>
  amountAtRiskFen === 0 ? '' : ` ¥${formatFen(amountAtRiskFen)}`;

/** An order of forty things has forty titles; a notification has room for the first. */
const MOST_CHARACTERS = 60;

const shortened = (text: string | null): string | null =>
  text !== null && text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
