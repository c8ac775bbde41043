import type { TaskId } from '../../../../shared/domain/ids.ts';
import type { QueueTab } from '../../../../shared/domain/tasks/queue-place.ts';
import { taskKindSpec } from '../../../../shared/domain/tasks/task.ts';
import { MOST_TASKS, type QueueRow } from '../../../../shared/ipc/contract/task-contract.ts';
import { SHORTCUTS, type Shortcut } from '../../../lib/shortcuts.ts';
import { useCopyText } from '../../../ui/copy-button.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import { nickOf } from '../queue-view.ts';

/** Everything that is to do about the cards. */
export const allTasksOf = (rows: readonly QueueRow[]): TaskId[] =>
  rows.flatMap(({ task, alsoToDo }) => [task.id, ...alsoToDo.map(({ id }) => id)]);

/** The first of the cards, as many as one call takes with all that is to do about them. */
export function takenAtOnce(rows: readonly QueueRow[]): readonly QueueRow[] {
  let tasks = 0;
  const end = rows.findIndex(({ alsoToDo }) => {
    tasks += 1 + alsoToDo.length;
    return tasks > MOST_TASKS;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

const ownTasksOf = (rows: readonly QueueRow[]): TaskId[] => rows.map(({ task }) => task.id);

const canSkip = ({ task }: QueueRow): boolean => taskKindSpec(task.kind).skip !== null;
const canDoWithOthers = ({ task: { kind, step } }: QueueRow): boolean =>
  taskKindSpec(kind).isDoneInBulk && taskKindSpec(kind).answeredIn(step) === null;

/** Acts that ask more than which cards. */
export type MarkedForm = 'snooze' | 'hand-over';

/** Something that can be done to some cards at once, whether they are marked or under the mouse. */
export type QueueAct = {
  readonly label: string;
  readonly shortcut?: Shortcut;
  readonly isPossible: boolean;
} & ({ readonly run: () => void } | { readonly form: MarkedForm });

type Options = {
  readonly rows: readonly QueueRow[];
  readonly tab: QueueTab;
  readonly onDone: () => void;
};

/** The acts, as the bar and the menu list them. What does not make sense for the cards is not possible, and so not drawn. */
export function useQueueActs({ rows, tab, onDone }: Options) {
  const skip = useAction('tasks.skip', onDone);
  const complete = useAction('tasks.completeMany', onDone);
  const clear = useAction('tasks.clearMissed', onDone);
  const copy = useCopyText();
  const isMissed = tab === 'missed';
  const isToDo = !isMissed && rows.length > 0;
  const skippable = rows.filter(canSkip);
  const doable = rows.filter(canDoWithOthers);
  return {
    snooze: { label: '延后', shortcut: SHORTCUTS.snooze, isPossible: isToDo, form: 'snooze' },
    skip: {
      label: '不催',
      shortcut: SHORTCUTS.skip,
      isPossible: isToDo && skippable.length > 0,
      run: () => skip.mutate({ ids: ownTasksOf(skippable) }),
    },
    handOver: { label: '转交', shortcut: SHORTCUTS.handOver, isPossible: isToDo, form: 'hand-over' },
    complete: {
      label: '完成',
      shortcut: SHORTCUTS.done,
      isPossible: isToDo && doable.length > 0,
      run: () => complete.mutate({ ids: ownTasksOf(doable) }),
    },
    clear: {
      label: '清除',
      isPossible: isMissed && rows.length > 0,
      run: () => clear.mutate({ ids: allTasksOf(rows) }),
    },
    copyNicks: {
      label: '复制昵称',
      isPossible: rows.length > 0,
      run: () => copy([...new Set(rows.map(nickOf))].join('\n'), rows.length === 1 ? '昵称' : '全部昵称'),
    },
  } as const satisfies Record<string, QueueAct>;
}
export type QueueActs = ReturnType<typeof useQueueActs>;
