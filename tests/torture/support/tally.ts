/** One line of the table: what was done to the program, how often, what was seen, and which promises were broken. */
export type Tally = {
  readonly part: string;
  readonly what: string;
  readonly rounds: number;
  /** Everything that was counted, in the words of the table. */
  readonly seen: Readonly<Record<string, number>>;
  /** Each with the round, so that it can be looked at again with the same seed. */
  readonly broken: readonly string[];
  /** Why it could not be done on this machine. */
  readonly skipped?: string;
};

/** Counts while a part runs. */
export function createTally(part: string, what: string) {
  const seen: Record<string, number> = {};
  const broken: string[] = [];
  let rounds = 0;
  return {
    round: () => void (rounds += 1),
    count: (name: string, by = 1) => void (seen[name] = (seen[name] ?? 0) + by),
    broke: (how: string) => void broken.push(how),
    result: (): Tally => ({ part, what, rounds, seen, broken }),
  };
}

export type TallyCounter = ReturnType<typeof createTally>;

export const skipped = (part: string, what: string, why: string): Tally => ({
  part,
  what,
  rounds: 0,
  seen: {},
  broken: [],
  skipped: why,
});

const number = (value: number): string => value.toLocaleString('en');

const seenText = ({ seen, skipped: why }: Tally): string =>
  why === undefined
    ? Object.entries(seen)
        .map(([name, count]) => `${name} ${number(count)}`)
        .join(', ')
    : `not run: ${why}`;

/** One table, in the form that the documents can take over. */
export function toTable(tallies: readonly Tally[]): string {
  const lines = tallies.map((tally) => [
    tally.part,
    tally.what,
    number(tally.rounds),
    seenText(tally),
    number(tally.broken.length),
  ]);
  const header = ['part', 'what', 'rounds', 'seen', 'broken promises'];
  return [header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
