import type { Order } from '../../shared/domain/order.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';

/** Longer than any nick or number that is copied for its own sake. */
const LONGEST = 200;
const ORDER_NO = /\d{6}-\d{15}|\d{15,20}/;

type Dependencies = {
  /** `''` where the agent has not allowed a look. */
  readonly clipboardText: () => Promise<string>;
  readonly orders: { findByNo(no: string): Order[] };
  /** The newest orders whose number or nick begins so. */
  readonly findOrders: (text: string) => readonly Order[];
};

type Context = ScriptOccasion & { readonly label: string | null };

const NOTHING: Context = { orderId: null, taskId: null, reason: null, label: null };

/** X3: the order that the clipboard names, by its number or by the customer's nick. */
export function createPaletteContext({ clipboardText, orders, findOrders }: Dependencies) {
  function orderIn(text: string): Order | undefined {
    const no = ORDER_NO.exec(text)?.[0];
    if (no !== undefined) return orders.findByNo(no)[0];
    return findOrders(text).find(({ customerNick }) => customerNick === text);
  }

  return async (): Promise<Context> => {
    const text = (await clipboardText()).trim();
    const order = text === '' || text.length > LONGEST ? undefined : orderIn(text);
    if (!order) return NOTHING;
    return {
      ...NOTHING,
      orderId: order.id,
      label: [order.customerNick, order.no].filter(Boolean).join(' · '),
    };
  };
}
