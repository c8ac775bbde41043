import { z } from 'zod';
import { OrderId, ShopId, TaskId } from '../../domain/ids.ts';
import { OrderStatus } from '../../domain/orders/order.ts';
import { Parcel, ParcelId } from '../../domain/parcels/parcel.ts';
import { PARCEL_STATES } from '../../domain/parcels/parcel-words.ts';
import { RefundId } from '../../domain/refunds/refund.ts';
import { Task } from '../../domain/tasks/task.ts';
import type { Endpoint } from './endpoint.ts';
import { OptionalNote } from './note.ts';
import { EXPORT_FORMATS } from './program/report-contract.ts';
import { Recorded } from './task-contract.ts';

const text = z.string().nullable();

/** A parcel as the look-up finds it, whatever knows of it: its order, a refund, a file of logistics. */
export const FoundParcel = z.object({
  trackingNo: z.string(),
  carrier: text,
  /** Out to the customer, or back to the shop. */
  direction: z.enum(['out', 'back']),
  state: z.enum(PARCEL_STATES),
  lastText: text,
  lastAtMs: z.int().nullable(),
  shippedAtMs: z.int().nullable(),
  orderId: OrderId.nullable(),
  orderNo: text,
  orderStatus: OrderStatus.nullable(),
  shopId: ShopId,
  shopName: z.string(),
  customer: text,
  itemTitle: text,
  receiverName: text,
  /** `null`: no file and no agent has said anything of it. */
  parcelId: ParcelId.nullable(),
  /** The refund for which it comes back. */
  refundId: RefundId.nullable(),
});
export type FoundParcel = z.infer<typeof FoundParcel>;

export const FoundParcels = z.object({
  rows: z.array(FoundParcel),
  /** Words of the text by which none was found. */
  missing: z.array(z.string()),
});
export type FoundParcels = z.infer<typeof FoundParcels>;

/** One line of the list; the number of a parcel tells it from the others. */
export const ParcelRow = FoundParcel.extend({
  id: z.string(),
  /** The most urgent thing to do about it, by which it is opened. */
  taskId: TaskId.nullable(),
});
export type ParcelRow = z.infer<typeof ParcelRow>;

/** A paste that is longer is a file, and files are imported. */
const PastedText = z.string().max(20_000);

export const ParcelsAsked = z.object({
  /** Blank: those that are late or in trouble. */
  text: PastedText,
  /** Narrows what is late or in trouble; a text looks across all shops. */
  shopId: ShopId.nullable(),
});
export type ParcelsAsked = z.infer<typeof ParcelsAsked>;

export const ParcelDetail = z.object({
  parcel: Parcel,
  found: FoundParcel,
  /** The courier was asked, and no file has shown since whether it moves. */
  isAskOpen: z.boolean(),
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type ParcelDetail = z.infer<typeof ParcelDetail>;

/** An agent writes one of these down about a parcel. */
const PARCEL_NOTES = ['told', 'asked', 'disputed', 'settled'] as const;
export type ParcelNote = (typeof PARCEL_NOTES)[number];

/** The words of files for each; an agent chooses one of them. */
export const PARCEL_EXCEPTIONS = ['揽收超时', '运输停滞', '派送失败', '退回', '丢件或破损'] as const;

export const NewParcel = z.object({
  trackingNo: z.string().trim().min(4).max(64),
  shopId: ShopId,
  /** The parcel, where it is one that is kept already, perhaps by the file of another shop. */
  parcelId: ParcelId.nullable(),
  carrier: text,
  exception: z.enum(PARCEL_EXCEPTIONS),
  note: OptionalNote,
});
export type NewParcel = z.output<typeof NewParcel>;

export const parcelContract = {
  'parcels.list': {
    input: ParcelsAsked,
    output: z.object({ rows: z.array(ParcelRow), missing: z.array(z.string()) }),
  },
  'parcels.detail': { input: z.object({ parcelId: ParcelId }), output: ParcelDetail },
  'parcels.note': {
    input: z.object({
      parcelId: ParcelId,
      what: z.enum(PARCEL_NOTES),
      /** Of a customer who was told: by when the next word comes. */
      againAtMs: z.int().nullable(),
      note: OptionalNote,
    }),
    output: Recorded,
  },
  /** O13: something is wrong with a parcel that no file has shown, or that a file has shown as well. */
  'parcels.register': { input: NewParcel, output: Recorded.extend({ parcelId: ParcelId }) },
  /** Asks where to, and `null` is an agent who thinks better of it. */
  'parcels.export': {
    input: ParcelsAsked.extend({ format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;
