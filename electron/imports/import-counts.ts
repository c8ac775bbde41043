import type { ImportCounts } from '../../shared/domain/import-run.ts';
import { stopIfAsked } from '../kernel/jobs/stopped-error.ts';
import type { Row } from './reading/export-row.ts';

/** How often a long job looks whether it should stop. */
const ROWS_PER_LOOK = 500;

export type Tally = { -readonly [C in keyof ImportCounts]: ImportCounts[C] };

export function newTally(): Tally {
  return { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };
}

type CountOptions = { readonly tally: Tally; readonly shouldStop: () => boolean };

/** Looks up now and then while the rows go by. */
export function* countRows(rows: Iterable<Row>, { tally, shouldStop }: CountOptions): Generator<Row> {
  for (const row of rows) {
    tally.rows++;
    if (tally.rows % ROWS_PER_LOOK === 0) stopIfAsked(shouldStop);
    if (row.kind === 'rejected') tally.rejected++;
    yield row;
  }
  stopIfAsked(shouldStop);
}
