import { ORDER_STATUS_LABELS, type OrderFields } from '../../../../shared/domain/orders/order.ts';
import { orderStatusWord } from '../../../../shared/domain/orders/status-words.ts';
import type { CellOptions } from '../../reading/cells/cell-types.ts';
import { type ColumnPlan, positionsOf } from '../../reading/columns/column-plan.ts';
import { textAt } from '../../reading/columns/read-fields.ts';
import { statusShown } from './status-shown.ts';

type NoteStatus = (order: Partial<OrderFields>, cells: readonly string[]) => void;

/** Tells of a status that stands in no list, once the row was read: what the row proves is what it was taken for. */
export function createNoteStatus(plan: ColumnPlan, { noteWord }: CellOptions): NoteStatus | undefined {
  const at = positionsOf(plan, 'order', 'platformStatus');
  const column = plan.headers[at[0] ?? -1];
  if (noteWord === undefined || column === undefined) return undefined;
  return (order, cells) => {
    const text = textAt(at, cells);
    const word = text === null ? undefined : orderStatusWord(text);
    if (word?.isNew !== true) return;
    const readAs = ORDER_STATUS_LABELS[statusShown(order) ?? 'unknown'];
    noteWord({ column, word: word.platformStatus, readAs });
  };
}
