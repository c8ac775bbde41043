import type { ActivityData } from '../../../../shared/domain/activity.ts';
import type { RowChange } from '../../../../shared/domain/row-change.ts';

/** How what an import did to records is written into an activity, and read back: nowhere else. */
export function dataOf(rows: readonly RowChange[]): ActivityData {
  return { rows: [...rows] };
}

/** The latest first, as they are taken back. */
export function rowsOf({ rows = [] }: ActivityData): RowChange[] {
  return rows.toReversed();
}
