import type { Pair, Spread } from './measure.ts';

/** `ratio`: subject against reference, p50 of few long runs, p95 of many short ones; `limit`: the subject alone. */
export type Budget = {
  readonly kind: 'ratio' | 'limit' | 'none';
  readonly most: number;
  readonly of: keyof Spread;
};

export type Figure = Pair & {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'count';
  /** Orders in the store, or whatever the figure grows with. */
  readonly rows: number;
  /** Names the reference. */
  readonly against: string;
  readonly budget: Budget;
  /** `null` where the reference is nothing at all. */
  readonly ratio: number | null;
  readonly isMet: boolean;
  /** How many times the median has grown from the smallest to the largest store. */
  readonly growth: number | null;
};

export type NewFigure = Omit<Figure, 'ratio' | 'isMet' | 'growth'>;

export const within = (most: number, of: keyof Spread = 'p95'): Budget => ({ kind: 'limit', most, of });
export const times = (most: number, of: keyof Spread = 'p50'): Budget => ({ kind: 'ratio', most, of });
export const shownOnly: Budget = { kind: 'none', most: 0, of: 'p50' };

export function toFigure(figure: NewFigure): Figure {
  const { budget, subject, reference } = figure;
  const ratio = reference[budget.of] === 0 ? null : subject[budget.of] / reference[budget.of];
  const value = budget.kind === 'ratio' ? (ratio ?? Number.POSITIVE_INFINITY) : subject[budget.of];
  return { ...figure, ratio, isMet: budget.kind === 'none' || value <= budget.most, growth: null };
}

/** Figures that differ only in their rows are one line of growth. */
export function withGrowth(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const others = figures.filter(({ id }) => id === figure.id);
    const smallest = others.reduce((a, b) => (b.rows < a.rows ? b : a), figure);
    if (smallest.rows === figure.rows) return figure;
    return { ...figure, growth: figure.subject.p50 / Math.max(smallest.subject.p50, Number.EPSILON) };
  });
}

function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const spread = ({ p50, p95, p99 }: Spread) => [p50, p95, p99].map(number).join(' / ');

function budgetText({ kind, most, of }: Budget, unit: string): string {
  if (kind === 'none') return '–';
  return kind === 'ratio' ? `≤ ${most} × (${of})` : `${of} ≤ ${most} ${unit}`;
}

function verdict({ budget, isMet }: Figure): string {
  if (budget.kind === 'none') return '';
  return isMet ? 'ok' : 'MISSED';
}

const HEADERS = [
  'what',
  'rows',
  'unit',
  'p50 / p95 / p99',
  'reference',
  'p50 / p95 / p99',
  'ratio',
  'growth',
  'budget',
  '',
];

/** One table, in the form that the documents can take over. */
export function toTable(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => [
    figure.what,
    figure.rows.toLocaleString('en'),
    figure.unit,
    spread(figure.subject),
    figure.against,
    spread(figure.reference),
    figure.ratio === null ? '' : `${number(figure.ratio)} ×`,
    figure.growth === null ? '' : `${number(figure.growth)} ×`,
    budgetText(figure.budget, figure.unit),
    verdict(figure),
  ]);
  const rule = HEADERS.map(() => '---');
  return [HEADERS, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
