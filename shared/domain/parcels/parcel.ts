import { z } from 'zod';
import { OrderId, ShopId, type SubjectId, subjectId } from '../ids.ts';
import { OrderStatus } from '../orders/order.ts';
import { type ParcelState, parcelStateOf } from './parcel-words.ts';

export const ParcelId = subjectId('parcel');
export type ParcelId = SubjectId<'parcel'>;

const instant = z.int().nullable();
const text = z.string().nullable();

/** All that a file of logistics or exceptions can say about a parcel. `null` is "nobody has said it". */
export const ParcelFields = z.object({
  trackingNo: text,
  carrier: text,
  orderNo: text,
  /** `parcelStateOf` says what these mean. */
  status: text,
  exception: text,
  /** Until a later scan the exception holds. */
  exceptionAtMs: instant,
  lastText: text,
  lastAtMs: instant,
  pickedUpAtMs: instant,
  signedAtMs: instant,
  shippedAtMs: instant,
  receiverName: text,
  receiverPhone: text,
  /** The file has a column for scans, and this parcel has none. */
  unscanned: text,
});
export type ParcelFields = z.infer<typeof ParcelFields>;

/** Agents write these down about a parcel. */
export const ParcelNotes = z.object({
  /** When the customer was told last. */
  toldAtMs: instant,
  /** By then the customer was promised to hear again. */
  hearsAgainAtMs: instant,
  /** The customer says of a signed parcel that it has not come. */
  disputedAtMs: instant,
  /** All that was wrong up to then is settled. */
  settledAtMs: instant,
});
export type ParcelNotes = z.infer<typeof ParcelNotes>;

/** The order behind a parcel, as far as the rules and the panel need it. */
export const ParcelOrder = z.object({
  id: OrderId,
  no: z.string(),
  shopId: ShopId,
  status: OrderStatus,
  paidFen: z.int().nullable(),
  shippedAtMs: instant,
  customerNick: text,
  itemTitle: text,
  receiverName: text,
  receiverMobile: text,
  receiverAddress: text,
  carrier: text,
});
export type ParcelOrder = z.infer<typeof ParcelOrder>;

export const Parcel = ParcelFields.extend(ParcelNotes.shape).extend({
  id: ParcelId,
  /** The shop of the file, or of the order where an agent has written it down. */
  shopId: ShopId,
  firstSeenAtMs: z.int(),
  /** A customer sends it back for a refund. */
  isBack: z.boolean(),
  /** `null`: no import has shown it, or its numbers fit none. */
  order: ParcelOrder.nullable(),
});
export type Parcel = z.infer<typeof Parcel>;

export const NO_NOTES: ParcelNotes = {
  toldAtMs: null,
  hearsAgainAtMs: null,
  disputedAtMs: null,
  settledAtMs: null,
};

/** A parcel is in the store by its number alone, so it always has one. */
export const trackingNoOf = ({ trackingNo }: Pick<Parcel, 'trackingNo'>): string => trackingNo ?? '';

/** A signed parcel that its customer has not got was not delivered. */
export function shownStateOf(parcel: Parcel): ParcelState {
  const state = parcelStateOf(parcel);
  return state === 'signed' && isDisputed(parcel) ? 'undelivered' : state;
}

export const isDisputed = ({ disputedAtMs, settledAtMs }: Pick<Parcel, 'disputedAtMs' | 'settledAtMs'>) =>
  disputedAtMs !== null && (settledAtMs === null || settledAtMs < disputedAtMs);
