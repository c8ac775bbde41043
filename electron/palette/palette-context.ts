import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { closingTimeOf } from '../../shared/domain/orders/order-subject.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { PaletteContext, UnfinishedCopy } from '../../shared/ipc/contract/scripts/palette-contract.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/scripts/script-contract.ts';

/** Longer than any nick or number that is copied for its own sake. */
const LONGEST = 200;
const ORDER_NO = /\d{6}-\d{15}|\d{15,20}/;

type Dependencies = {
  /** The text that the agent has copied; `''` for nothing, for a script of ours, and while a look is not allowed. */
  readonly clipboardText: () => Promise<string>;
  readonly orders: { findByNo(no: string): Order[]; get(id: OrderId): Order | undefined };
  readonly shops: { get(id: ShopId): Shop | undefined };
  /** The newest orders whose number or nick begins so. */
  readonly findOrders: (text: string) => readonly Order[];
  /** The subject that is open in the workbench. */
  readonly followed: () => ScriptOccasion | null;
};

type Found = Pick<PaletteContext, 'occasion' | 'order' | 'source'>;

const NOTHING: Found = {
  occasion: { orderId: null, taskId: null, reason: null },
  order: null,
  source: null,
};

/**
 * X3: the order that the clipboard names, by its number or by the customer's nick; the one that it named before the
 * first messages of a script took its place there; or else the one in the workbench.
 */
export function createPaletteContext(dependencies: Dependencies) {
  const { clipboardText, orders, shops, findOrders, followed } = dependencies;

  function orderIn(text: string): Order | undefined {
    const no = ORDER_NO.exec(text)?.[0];
    if (no !== undefined) return orders.findByNo(no)[0];
    return findOrders(text).find(({ customerNick }) => customerNick === text);
  }

  function foundOf(order: Order, rest: Pick<Found, 'occasion' | 'source'>): Found {
    const { no, customerNick, itemTitle, payableFen, status } = order;
    const shop = shops.get(order.shopId);
    const closesAtMs = status === 'unpaid' && shop ? closingTimeOf(order, shop.settings.chase) : null;
    return { ...rest, order: { no, customerNick, itemTitle, payableFen, status, closesAtMs } };
  }

  function inWorkbench(): Found {
    const occasion = followed();
    const order = occasion?.orderId ? orders.get(occasion.orderId) : undefined;
    return occasion && order ? foundOf(order, { occasion, source: 'workbench' }) : NOTHING;
  }

  const byClipboard = (order: Order | undefined): Found | undefined =>
    order && foundOf(order, { occasion: { ...NOTHING.occasion, orderId: order.id }, source: 'clipboard' });

  function forWhomItBegan({ orderId }: UnfinishedCopy): Found | undefined {
    return orderId === null ? NOTHING : byClipboard(orders.get(orderId));
  }

  return async (unfinished: UnfinishedCopy | null): Promise<Found> => {
    const text = (await clipboardText()).trim();
    if (text === '') return (unfinished && forWhomItBegan(unfinished)) ?? inWorkbench();
    return (text.length > LONGEST ? undefined : byClipboard(orderIn(text))) ?? inWorkbench();
  };
}
