import type { ParcelRule } from '../../../shared/domain/parcels/parcel-subject.ts';
import { extendReceipt } from './extend-receipt.ts';
import { keepCustomerTold } from './keep-customer-told.ts';
import { watchParcel } from './watch-parcel.ts';

/** Every duty about a parcel, one rule each. */
export const parcelRules: readonly ParcelRule[] = [watchParcel, keepCustomerTold, extendReceipt];
