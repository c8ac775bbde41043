import type { ItemFields, OrderField, OrderFields } from '../orders/order.ts';

/** One row of an order export. A field that is not there: the file has no such column; `null`: the cell is empty. */
export type OrderRecord = {
  readonly kind: 'order';
  /** Row number as a spreadsheet shows it, from 1, header rows counted. */
  readonly row: number;
  readonly no: string;
  readonly shopName: string | null;
  readonly fields: Partial<OrderFields>;
  readonly extra: Readonly<Record<string, string>>;
};

/** One row about one kind of goods, with what it says of its order in passing. */
export type ItemRecord = {
  readonly kind: 'item';
  readonly row: number;
  /** Number of the main order. */
  readonly no: string;
  readonly subNo: string | null;
  readonly shopName: string | null;
  readonly item: Partial<ItemFields>;
  readonly order: Partial<OrderFields>;
  readonly extra: Readonly<Record<string, string>>;
  /** The order has these from all its lines together, whichever rows and files have brought them. */
  readonly fromLines: readonly OrderField[];
  /** Unknown columns of a file whose rows are orders: they belong to the order. */
  readonly orderExtra?: Readonly<Record<string, string>>;
};

export type PlatformRecord = OrderRecord | ItemRecord;

export type RejectedRow = {
  /** Where the file has rows on several sheets. */
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};
