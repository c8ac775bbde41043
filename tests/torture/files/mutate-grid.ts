import { below, pick, type Random } from '../../bench/support/random.ts';

export type Grid = readonly (readonly string[])[];
/** `hasTrueAmounts`: no amount of the file is another than its record's. */
export type MutatedGrid = { readonly grid: Grid; readonly hasTrueAmounts: boolean };

const TEXTS = [
  '',
  ' ',
  '—',
  '急单"请快点',
  '"',
  '一，二,三;四\t五',
  '换\r\n行',
  '客'.repeat(5000),
  '😀'.repeat(40),
  '\u0000',
  '\ufeff',
  '=HYPERLINK("http://a")',
  '&constructor;',
  '__proto__',
  '1.5E+18',
  '3.30437E+18',
  '2026/13/45',
  '9999-12-31 23:59:59',
  '-1',
  '１２３',
  '1e999',
  '交易成功(已退款)',
  'NULL',
] as const;
const IS_AMOUNT = /金额|总额|价格|货款|应付|实付|实收|总价|单价|京东价|费|积分|优惠|抵扣/u;
const IS_ID = /编号|单?号$|数量/u;

type Change = (grid: Grid, random: Random) => MutatedGrid;

const keeping = (grid: Grid): MutatedGrid => ({ grid, hasTrueAmounts: true });
const column = (grid: Grid, random: Random): number => below(random, grid[0]?.length ?? 1);
const line = (grid: Grid, random: Random): number => 1 + below(random, Math.max(1, grid.length - 1));

/** Another text in one cell; where it is an amount or a number, no amount of the file can be told any more. */
const changeCell: Change = (grid, random) => {
  const [x, y] = [column(grid, random), line(grid, random)];
  const header = grid[0]?.[x] ?? '';
  const after = grid.map((cells, row) =>
    row === y ? cells.map((cell, at) => (at === x ? pick(random, TEXTS) : cell)) : cells,
  );
  return { grid: after, hasTrueAmounts: !IS_AMOUNT.test(header) && !IS_ID.test(header) };
};

const without = (cells: readonly string[], x: number): string[] => cells.filter((_cell, at) => at !== x);

/** A line for each thing that people and programs do to an export between the platform and us. */
const CHANGES: readonly Change[] = [
  changeCell,
  changeCell,
  changeCell,
  changeCell,
  function dropColumn(grid, random) {
    const x = column(grid, random);
    return keeping(grid.map((cells) => without(cells, x)));
  },
  function moveColumn(grid, random) {
    const x = column(grid, random);
    return keeping(grid.map((cells) => [...without(cells, x), cells[x] ?? '']));
  },
  ([header = [], ...records], random) => keeping([header, ...records.map(() => pick(random, records))]),
  ([header = [], ...records]) => keeping([header, ...records.toReversed()]),
  ([header = [], ...records]) => keeping([header, ...records, ...records]),
  ([header = [], ...records]) => keeping([header, ...records.slice(0, 1)]),
  ([header = []]) => keeping([header]),
  ([header = [], ...records]) => keeping([header.map((name) => ` ${name}\t`), ...records]),
  ([header = [], ...records], random) =>
    keeping([header.map((name) => (random() < 0.1 ? pick(random, TEXTS) : name)), ...records]),
  // Cells that are missing at the end, as some writers leave them out.
  (grid, random) => ({
    grid: grid.map((cells, row) => (row > 0 && random() < 0.3 ? cells.slice(0, -2) : cells)),
    hasTrueAmounts: true,
  }),
];

const TITLE = ['2026年6月订单导出'] as const;

function changed(grid: Grid, random: Random): MutatedGrid {
  const first = pick(random, CHANGES)(grid, random);
  if (random() < 0.6) return first;
  const second = pick(random, CHANGES)(first.grid, random);
  return { grid: second.grid, hasTrueAmounts: first.hasTrueAmounts && second.hasTrueAmounts };
}

export function mutateGrid(grid: Grid, random: Random): MutatedGrid {
  const mutated = changed(grid, random);
  return random() < 0.1 ? { ...mutated, grid: [TITLE, ...mutated.grid] } : mutated;
}

/** The lines under the header, each of which the import has to count; a title is one cell. */
export function recordsIn(grid: Grid): number {
  const header = grid.findIndex((cells) => cells.length > 1);
  return grid.length - header - 1;
}
