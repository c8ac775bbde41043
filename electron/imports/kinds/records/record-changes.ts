import type { ActivityData } from '../../../../shared/domain/activities/activity.ts';
import type { RowChange } from '../../../../shared/domain/activities/row-change.ts';

/** How what an import did to records is written into an activity, and read back: nowhere else. */
export function dataOf(changes: readonly RowChange[]): ActivityData {
  return { changes: [...changes] };
}

/** The latest first, as they are taken back. */
export function rowsOf({ changes = [] }: ActivityData): RowChange[] {
  return changes.toReversed();
}
