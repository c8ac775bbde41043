export type DiffKind = 'same' | 'removed' | 'added';
type Run<T> = { readonly kind: DiffKind; readonly items: readonly T[] };
export type TextPiece = { readonly kind: DiffKind; readonly text: string };

/** A message of a script, before and after. */
export type PartDiff = {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly pieces: readonly TextPiece[];
};

/** Larger tables cost more than they explain; then all is shown as written anew. */
const LARGEST_TABLE = 4_000_000;
/** A single character between two changes is chance, and makes both hard to read. */
const SHORTEST_SAME = 2;

function sharedLength<T>(one: readonly T[], other: readonly T[]): number {
  const end = Math.min(one.length, other.length);
  let length = 0;
  while (length < end && one[length] === other[length]) length++;
  return length;
}

/** Runs of what stayed, went and came: by the longest common subsequence, what went before what came. */
function diffItems<T>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const start = sharedLength(before, after);
  const end = sharedLength(before.slice(start).toReversed(), after.slice(start).toReversed());
  const middle = diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const runs: Run<T>[] = [
    { kind: 'same', items: before.slice(0, start) },
    ...middle,
    { kind: 'same', items: before.slice(before.length - end) },
  ];
  return runs.filter(({ items }) => items.length > 0);
}

/** `at(i, j)`: how long the longest common subsequence of what lies behind i and j is. */
function commonLengths<T>(before: readonly T[], after: readonly T[]) {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const isSame = before[i] === after[j];
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function diffMiddle<T>(before: readonly T[], after: readonly T[]): Run<T>[] {
  if (before.length * after.length > LARGEST_TABLE) return replaced(before, after);
  const at = commonLengths(before, after);
  const runs: { kind: DiffKind; items: T[] }[] = [];
  const put = (kind: DiffKind, items: readonly T[]): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.items.push(...items);
    else if (items.length > 0) runs.push({ kind, items: [...items] });
  };
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      put('same', before.slice(i, ++i));
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) put('removed', before.slice(i, ++i));
    else put('added', after.slice(j, ++j));
  }
  put('removed', before.slice(i));
  put('added', after.slice(j));
  return runs;
}

const replaced = <T>(before: readonly T[], after: readonly T[]): Run<T>[] => [
  { kind: 'removed', items: before },
  { kind: 'added', items: after },
];

/** Gathers what lies between two stretches that stayed into one that went and one that came. */
function gathered(runs: readonly Run<string>[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (added !== '') pieces.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [place, { kind, items }] of runs.entries()) {
    const text = items.join('');
    const isBetween = place > 0 && place < runs.length - 1;
    if (kind === 'same' && (!isBetween || items.length >= SHORTEST_SAME)) {
      flush();
      pieces.push({ kind, text });
      continue;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  }
  flush();
  return pieces;
}

/** Character by character, as people see characters: an emoji is one. */
export function diffText(before: string, after: string): TextPiece[] {
  return gathered(diffItems(Array.from(before), Array.from(after)));
}

const whole = (kind: 'same' | 'removed' | 'added', text: string): PartDiff => ({
  kind,
  pieces: [{ kind, text }],
});

/** Message by message; one that was rewritten stands beside the one in whose place it came. */
export function diffParts(before: readonly string[], after: readonly string[]): PartDiff[] {
  const runs = diffItems(before, after);
  return runs.flatMap((run, place) => {
    const next = runs[place + 1];
    if (run.kind === 'same') return run.items.map((text) => whole('same', text));
    if (run.kind === 'removed' && next?.kind === 'added') return rewritten(run.items, next.items);
    if (run.kind === 'added' && runs[place - 1]?.kind === 'removed') return [];
    return run.items.map((text) => whole(run.kind, text));
  });
}

function rewritten(before: readonly string[], after: readonly string[]): PartDiff[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, place): PartDiff => {
    const [was, is] = [before[place], after[place]];
    if (was === undefined) return whole('added', is ?? '');
    return is === undefined ? whole('removed', was) : { kind: 'changed', pieces: diffText(was, is) };
  });
}
