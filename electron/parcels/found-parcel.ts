import { carrierByNumber } from '../../shared/domain/parcels/carrier-of.ts';
import { type Parcel, trackingNoOf } from '../../shared/domain/parcels/parcel.ts';
import { parcelStateAt, shippedAtMsOf, stateByDate } from '../../shared/domain/parcels/parcel-subject.ts';
import { type ParcelState, statusWordState } from '../../shared/domain/parcels/parcel-words.ts';
import type { Refund } from '../../shared/domain/refunds/refund.ts';
import { isReturnHere } from '../../shared/domain/refunds/refund-words.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { FoundParcel } from '../../shared/ipc/contract/parcel-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { SentOrder } from '../store/parcels/parcel-search.ts';

type Asked = { readonly shop: Shop; readonly nowMs: EpochMs };
type Numbered<T, Field extends keyof T> = T & { readonly [F in Field]: string };

const carrierOf = (trackingNo: string, ...named: readonly (string | null | undefined)[]): string | null =>
  named.find((carrier) => typeof carrier === 'string') ?? carrierByNumber(trackingNo);

const NO_ORDER = {
  orderId: null,
  orderNo: null,
  orderStatus: null,
  customer: null,
  itemTitle: null,
  receiverName: null,
} as const;

const ofOrder = (
  order: Pick<SentOrder, 'id' | 'no' | 'status' | 'customerNick' | 'itemTitle' | 'receiverName'>,
) => ({
  orderId: order.id,
  orderNo: order.no,
  orderStatus: order.status,
  customer: order.customerNick,
  itemTitle: order.itemTitle,
  receiverName: order.receiverName,
});

const ofShop = ({ id, name }: Shop) => ({ shopId: id, shopName: name });

/** A parcel of which only its order speaks. */
export function fromOrder(order: Numbered<SentOrder, 'trackingNo'>, { shop, nowMs }: Asked): FoundParcel {
  return {
    trackingNo: order.trackingNo,
    carrier: carrierOf(order.trackingNo, order.carrier),
    direction: 'out',
    state: stateByDate(order, shop.settings.parcel, nowMs),
    lastText: null,
    lastAtMs: null,
    shippedAtMs: order.shippedAtMs,
    ...ofOrder(order),
    ...ofShop(shop),
    parcelId: null,
    refundId: null,
  };
}

/** A parcel of which a file or an agent has said something. */
export function fromParcel(parcel: Parcel, { shop, nowMs }: Asked): FoundParcel {
  const { order } = parcel;
  const trackingNo = trackingNoOf(parcel);
  return {
    trackingNo,
    carrier: carrierOf(trackingNo, parcel.carrier, order?.carrier),
    direction: parcel.isBack ? 'back' : 'out',
    state: parcelStateAt({ parcel, settings: shop.settings }, nowMs),
    lastText: parcel.lastText ?? parcel.exception,
    lastAtMs: parcel.lastAtMs,
    shippedAtMs: shippedAtMsOf(parcel),
    ...(order === null ? { ...NO_ORDER, orderNo: parcel.orderNo } : ofOrder(order)),
    ...(parcel.receiverName === null ? {} : { receiverName: parcel.receiverName }),
    ...ofShop(shop),
    parcelId: parcel.id,
    refundId: null,
  };
}

function stateOfReturn(refund: Refund): ParcelState {
  if (isReturnHere(refund) === true) return 'signed';
  return refund.returnState === null ? 'unknown' : (statusWordState(refund.returnState) ?? 'unknown');
}

/** The order of a refund is known, or named by a number only. */
const orderOfRefund = ({ order, orderNo, customerNick, itemTitle }: Refund) => ({
  ...NO_ORDER,
  ...(order === null ? { orderNo } : { orderId: order.id, orderNo: order.no, orderStatus: order.status }),
  customer: customerNick,
  itemTitle,
});

/** A parcel that a customer sends back; a file of logistics says more of it than the refund. */
export function fromRefund(
  refund: Numbered<Refund, 'returnTrackingNo'>,
  { parcel, ...asked }: Asked & { readonly parcel: Parcel | undefined },
): FoundParcel {
  const { returnTrackingNo: trackingNo, returnCarrier } = refund;
  const own = {
    trackingNo,
    direction: 'back',
    state: stateOfReturn(refund),
    shippedAtMs: refund.returnSentAtMs,
    ...orderOfRefund(refund),
    ...ofShop(asked.shop),
    refundId: refund.id,
  } as const;
  if (parcel === undefined) {
    const carrier = carrierOf(trackingNo, returnCarrier);
    return { ...own, carrier, lastText: refund.returnState, lastAtMs: null, parcelId: null };
  }
  const known = fromParcel(parcel, asked);
  // The warehouse has it, whatever the last file says.
  const state = own.state === 'signed' ? own.state : known.state;
  return { ...known, ...own, state, carrier: carrierOf(trackingNo, returnCarrier, known.carrier) };
}
