import type { ParcelFields, ParcelNotes } from '../../../shared/domain/parcels/parcel.ts';

/** The column of each field that an import writes. */
export const FIELD_COLUMNS = {
  trackingNo: 'tracking_no',
  carrier: 'carrier',
  orderNo: 'order_no',
  status: 'status',
  exception: 'exception',
  exceptionAtMs: 'exception_at_ms',
  lastText: 'last_text',
  lastAtMs: 'last_at_ms',
  pickedUpAtMs: 'picked_up_at_ms',
  signedAtMs: 'signed_at_ms',
  shippedAtMs: 'shipped_at_ms',
  receiverName: 'receiver_name',
  receiverPhone: 'receiver_phone',
  unscanned: 'unscanned',
} as const satisfies Record<keyof ParcelFields, string>;

/** The column of each field that agents write. */
export const NOTE_COLUMNS = {
  toldAtMs: 'told_at_ms',
  hearsAgainAtMs: 'hears_again_at_ms',
  disputedAtMs: 'disputed_at_ms',
  settledAtMs: 'settled_at_ms',
} as const satisfies Record<keyof ParcelNotes, string>;

type Columns = Readonly<Record<string, string>>;

export const selected = (columns: Columns): string =>
  Object.entries(columns)
    .map(([field, column]) => `p.${column} AS "${field}"`)
    .join(', ');

export const assigned = (columns: Columns): string =>
  Object.entries(columns)
    .map(([field, column]) => `${column} = @${field}`)
    .join(', ');
