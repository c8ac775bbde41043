import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR } from '../../../../../shared/time/durations.ts';
import { exportGrid, toCsv } from '../../../../support/export-files.ts';
import type { ExportName } from '../../../../support/export-headers.ts';
import { shopNamed } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';

type Cells = Readonly<Record<string, string>>;

/** An hour later a file with one row is imported for the first shop. */
export const importRow = (day: Day, layout: ExportName, cells: Cells): void =>
  importGrid(day, exportGrid(layout, [cells]));

/** The same of a file that has no columns but these. */
export const importCells = (day: Day, cells: Cells): void =>
  importGrid(day, [Object.keys(cells), Object.values(cells)]);

function importGrid({ main, folder }: Day, grid: readonly (readonly string[])[]): void {
  main.clock.advanceBy(HOUR);
  const path = join(folder, '报表.csv');
  writeFileSync(path, `\uFEFF${toCsv(grid)}`);
  const shop = shopNamed(main, '示例旗舰店');
  const outcome = main.core.importFile({ path, shop, agentId: null, isDryRun: false });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
}
