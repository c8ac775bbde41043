import {
  type ItemFields,
  ORDER_STATUS_RANK,
  type OrderStatus,
} from '../../../../../shared/domain/orders/order.ts';
import type { Changes } from '../../../merging/merge-extra.ts';
import { createMerging, type Known, type Merge, type Said } from '../../../merging/merge-fields.ts';
import { ITEM_FIELDS } from '../columns/item-fields.ts';

export type ItemState = Known<ItemFields> & { readonly lineNo: string };

export type ItemPart = Said<ItemFields> & {
  readonly lineNo: string;
  /** The row comes from an older export, or repeats one of this file. */
  readonly fillsGapsOnly: boolean;
};

export type ItemMerge = Merge<ItemState>;

/** The line is known to be further than the row says. */
export function isLineBehind(known: ItemState, said: OrderStatus | null | undefined): boolean {
  return Boolean(said && known.status && ORDER_STATUS_RANK[said] < ORDER_STATUS_RANK[known.status]);
}

const merging = createMerging<ItemFields>(ITEM_FIELDS);

/** The row names the same goods as the line and says nothing that the line does not hold: nobody could tell them apart. */
export function isTwin(line: ItemState, { fields, extra }: Said<ItemFields>): boolean {
  const isSameGoods = (['title', 'sku', 'quantity'] as const).every(
    (field) => line[field] === (fields[field] ?? null),
  );
  const part = { fields, extra, lineNo: line.lineNo, fillsGapsOnly: false };
  return isSameGoods && mergeItem(line, part).kind === 'unchanged';
}

/** Merges a row into a sub-order: an absent or empty cell changes nothing, and the number replaces a place. */
export function mergeItem(known: ItemState | null, part: ItemPart): ItemMerge {
  const { lineNo, fillsGapsOnly } = part;
  if (known === null) return { kind: 'new', after: merging.begin(part, { lineNo }) };
  return merging.merge(known, part, {
    mode: { overwrites: !fillsGapsOnly },
    changes: {
      ...mergeWords(known, part),
      ...(known.lineNo !== lineNo && { lineNo: [known.lineNo, lineNo] }),
    },
  });
}

/** As of an order: the status moves forward, and the platform's words go with it. */
function mergeWords(known: ItemState, { fields, fillsGapsOnly }: ItemPart): Changes {
  const said = fields.status ?? null;
  const isAhead = said !== null && isFurther(said, known.status);
  const isNews = !fillsGapsOnly && !isLineBehind(known, said);
  const areTaken = isAhead || isNews || known.platformStatus === null;
  const words = areTaken && fields.platformStatus ? fields.platformStatus : known.platformStatus;
  return {
    ...(isAhead && { status: [known.status, said] }),
    ...(words !== known.platformStatus && { platformStatus: [known.platformStatus, words] }),
  };
}

const isFurther = (said: OrderStatus, known: OrderStatus | null): boolean =>
  known === null || ORDER_STATUS_RANK[said] > ORDER_STATUS_RANK[known];
