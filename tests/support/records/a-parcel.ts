import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { NO_NOTES, type Parcel, type ParcelOrder } from '../../../shared/domain/parcels/parcel.ts';
import type { ParcelSubject } from '../../../shared/domain/parcels/parcel-subject.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import { beijing } from './an-order.ts';

export const SHIPPED_AT_MS: number = beijing('2026-06-10 09:00');

export const aParcelOrder = (overrides: Partial<ParcelOrder> = {}): ParcelOrder => ({
  id: 'order-1' as OrderId,
  no: '3304370000000000001',
  shopId: 'shop-1' as ShopId,
  status: 'shipped',
  paidFen: 3900,
  shippedAtMs: SHIPPED_AT_MS,
  customerNick: '山间一壶茶',
  itemTitle: '示例水杯',
  receiverName: '林小满',
  receiverMobile: '13900000002',
  receiverAddress: '浙江省 杭州市 余杭区 示例镇',
  carrier: '圆通速递',
  ...overrides,
});

/** A parcel that was sent and of which nothing more is known. */
export const aParcel = (overrides: Partial<Parcel> = {}): Parcel => ({
  id: 'parcel-1' as Parcel['id'],
  shopId: 'shop-1' as ShopId,
  firstSeenAtMs: SHIPPED_AT_MS,
  isBack: false,
  order: aParcelOrder(),
  trackingNo: 'YT0000000000001',
  carrier: '圆通速递',
  orderNo: '3304370000000000001',
  status: null,
  exception: null,
  exceptionAtMs: null,
  lastText: null,
  lastAtMs: null,
  pickedUpAtMs: null,
  signedAtMs: null,
  shippedAtMs: null,
  receiverName: null,
  receiverPhone: null,
  unscanned: null,
  ...NO_NOTES,
  ...overrides,
});

export const aParcelSubject = (overrides: Partial<Parcel> = {}): ParcelSubject => ({
  parcel: aParcel(overrides),
  settings: DEFAULT_SHOP_SETTINGS,
});
