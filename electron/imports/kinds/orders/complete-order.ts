import { isPaidStatus, type OrderFields } from '../../../../shared/domain/orders/order.ts';
import { parseShippingInfo, tidyAddress } from '../../reading/cells/parse-text.ts';
import { type ColumnPlan, type Positions, positionsOf } from '../../reading/columns/column-plan.ts';
import { firstFilled } from '../../reading/columns/read-fields.ts';

/** Fills the fields that several columns say only together, after each column was read by itself. */
export type CompleteOrder = (fields: Partial<OrderFields>, cells: readonly string[]) => void;

/**
 * A platform leaves one field to be worked out: the amount owed from goods and postage, or, once the order is paid, the
 * amount paid from the amount owed.
 */
export type CompletedFrom = 'goods-and-postage' | 'paid-as-owed';

const ADDRESS_PARTS = ['receiverProvince', 'receiverCity', 'receiverDistrict', 'receiverStreet'] as const;

export function createCompleteOrder(plan: ColumnPlan, completed: CompletedFrom | undefined): CompleteOrder {
  const steps: CompleteOrder[] = [];
  const addressParts = ADDRESS_PARTS.flatMap((part) => positionsOf(plan, 'order', part));
  if (addressParts.length > 0) steps.push(createAddressStep(addressParts));
  const shippingInfo = positionsOf(plan, 'order', 'shippingInfo');
  if (shippingInfo.length > 0) steps.push(createShippingStep(shippingInfo));
  if (completed === 'goods-and-postage') steps.push(addUpPayable);
  if (completed === 'paid-as-owed') steps.push(derivePaid);
  return (fields, cells) => {
    for (const step of steps) step(fields, cells);
  };
}

function createAddressStep(parts: Positions): CompleteOrder {
  return (fields, cells) => {
    const words = [...parts.map((part) => cells[part] ?? ''), fields.receiverAddress ?? ''];
    const address = tidyAddress(words.filter((word) => word !== '').join(' '));
    fields.receiverAddress = address === '' ? null : address;
  };
}

function createShippingStep(positions: Positions): CompleteOrder {
  return (fields, cells) => {
    const position = firstFilled(positions, cells);
    const parcel = position === undefined ? undefined : parseShippingInfo(cells[position] ?? '');
    fields.trackingNo ??= parcel?.trackingNo ?? null;
    fields.carrier ??= parcel?.carrier ?? null;
  };
}

function addUpPayable(fields: Partial<OrderFields>): void {
  const { goodsFen, postageFen } = fields;
  if (typeof fields.payableFen === 'number' || typeof goodsFen !== 'number') return;
  if (typeof postageFen === 'number') fields.payableFen = goodsFen + postageFen;
}

/** 抖店 and 京东 do not export what was paid: it is what was owed, once it is paid. */
function derivePaid(fields: Partial<OrderFields>): void {
  if (fields.paidFen !== undefined || typeof fields.payableFen !== 'number') return;
  const isPaid =
    fields.paidAtMs === undefined ? isPaidStatus(fields.status ?? null) : fields.paidAtMs !== null;
  if (isPaid) fields.paidFen = fields.payableFen;
}
