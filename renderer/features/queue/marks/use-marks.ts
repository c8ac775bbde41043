import { useMemo, useState } from 'react';
import type { QueueRow } from '../../../../shared/ipc/contract/task-contract.ts';

type Marks = ReadonlyMap<string, QueueRow>;
const NO_MARKS: Marks = new Map();

/** The cards that are marked, by their matter; each is kept also when its page has gone from memory. */
export function useMarks(rowOf: (matter: string) => QueueRow | undefined) {
  const [marks, setMarks] = useState(NO_MARKS);

  function withRows(matters: Iterable<string>): Marks {
    return new Map(
      [...matters].flatMap((matter) => {
        const row = rowOf(matter) ?? marks.get(matter);
        return row ? [[matter, row] as const] : [];
      }),
    );
  }

  return {
    matters: useMemo(() => new Set(marks.keys()), [marks]),
    rows: [...marks.values()],
    mark: (matters: Iterable<string>) => setMarks(withRows(matters)),
    unmark: (matter: string | null) => setMarks(new Map([...marks].filter(([one]) => one !== matter))),
    clear: () => setMarks(NO_MARKS),
  };
}
