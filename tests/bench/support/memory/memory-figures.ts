import { SECOND } from '../../../../shared/time/durations.ts';
import { type Figure, shownOnly, toFigure, within } from '../figures.ts';
import { spreadOf } from '../measure.ts';

/**
 * Longer than the page keeps what it does not show, and than Chromium takes to collect it once the keys rest. Memory
 * that is still in use after that is held.
 */
export const REST_MS = 75 * SECOND;

type Memory = {
  readonly id: string;
  readonly what: string;
  readonly rows: number;
  readonly emptyMb: number;
  readonly restMb: number;
  readonly busyMb: number;
};

/** The budget is for a program at rest; beside it what the same work takes before anything is given back. */
export function memoryFigures({ id, what, rows, emptyMb, restMb, busyMb }: Memory): Figure[] {
  const common = {
    unit: 'MB',
    rows,
    against: 'empty Electron window',
    reference: spreadOf([emptyMb]),
  } as const;
  return [
    toFigure({
      ...common,
      id,
      what: `memory of all processes after ${what}, at rest`,
      subject: spreadOf([restMb]),
      budget: within(Math.round(1.5 * emptyMb + 150), 'p50'),
    }),
    toFigure({
      ...common,
      id: `${id}-busy`,
      what: `memory of all processes after ${what}, without a rest`,
      subject: spreadOf([busyMb]),
      budget: shownOnly,
    }),
  ];
}
