import type { ImportPreview } from '../../shared/ipc/contract/program/import-contract.ts';
import type { ChangedRecord } from './kinds/record-kind.ts';

type Sample = ImportPreview['changed'][number];

/** Enough of each group to judge a file by; the counts say how many there are. */
const SHOWN = 200;
const UNSAID = { who: null, group: '其他', amountFen: null, atMs: null } as const;

/** Keeps the newest changed records of each group; of a record that several rows change, one line with all of it. */
export function createChangedSamples(fieldLabels: Readonly<Record<string, string>>) {
  const groups = new Map<string, { count: number; newest: Map<string, Sample> }>();
  const groupOfTitle = new Map<string, string>();

  function groupNamed(name: string) {
    const group = groups.get(name) ?? { count: 0, newest: new Map<string, Sample>() };
    groups.set(name, group);
    return group;
  }

  function addNew(sample: Sample): void {
    const { title, group } = sample;
    const into = groupNamed(group);
    into.count++;
    into.newest.set(title, sample);
    groupOfTitle.set(title, group);
    if (into.newest.size < 2 * SHOWN) return;
    const kept = newestOf(into.newest.values());
    for (const dropped of into.newest.keys()) groupOfTitle.delete(dropped);
    into.newest = new Map(kept.map((one) => [one.title, one]));
    for (const one of kept) groupOfTitle.set(one.title, group);
  }

  return {
    add(record: ChangedRecord): void {
      const { title, details = [], fields: names, ...said } = record;
      const fields = names.flatMap((field) => fieldLabels[field] ?? []);
      const before = groups.get(groupOfTitle.get(title) ?? '')?.newest.get(title);
      if (before) {
        before.fields = [...new Set([...before.fields, ...fields])];
        before.details = [...before.details, ...details];
        return;
      }
      addNew({ ...UNSAID, ...said, title, fields, details: [...details] });
    },
    list: (): Sample[] => [...groups.values()].flatMap(({ newest }) => newestOf(newest.values())),
    /** How many records of each group the file changes. */
    counts: (): { group: string; count: number }[] =>
      [...groups].map(([group, { count }]) => ({ group, count })),
  };
}

function newestOf(samples: Iterable<Sample>): Sample[] {
  return [...samples].toSorted((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0)).slice(0, SHOWN);
}
