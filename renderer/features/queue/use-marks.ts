import { useMemo, useState } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { QueueRow } from '../../../shared/ipc/contract/task-contract.ts';

type Marks = ReadonlyMap<string, readonly TaskId[]>;
const NO_MARKS: Marks = new Map();

/** The matters that are marked, each with all that is to do about it, also when its page has gone from memory. */
export function useMarks(rowOf: (matter: string) => QueueRow | undefined) {
  const [marks, setMarks] = useState(NO_MARKS);

  function tasksOf(matter: string): readonly TaskId[] {
    const row = rowOf(matter);
    return row ? [row.task.id, ...row.alsoToDo.map(({ id }) => id)] : (marks.get(matter) ?? []);
  }

  return {
    matters: useMemo(() => new Set(marks.keys()), [marks]),
    taskIds: [...marks.values()].flat(),
    mark: (matters: Iterable<string>) =>
      setMarks(new Map([...matters].map((matter) => [matter, tasksOf(matter)]))),
    unmark: (matter: string | null) => setMarks(new Map([...marks].filter(([one]) => one !== matter))),
    clear: () => setMarks(NO_MARKS),
  };
}
