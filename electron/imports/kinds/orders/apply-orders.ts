import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import type { RemarkedRow } from '../../../../shared/domain/import-run.ts';
import type { Order, OrderFields, OrderItem } from '../../../../shared/domain/orders/order.ts';
import type {
  ItemRecord,
  OrderRecord,
  PlatformRecord,
} from '../../../../shared/domain/subjects/platform-record.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { ImportIds, ImportShop, ImportStores } from '../../import-ports.ts';
import type { Changes } from '../../merging/merge-extra.ts';
import { ownCopy } from '../../reading/cells/own-copy.ts';
import { createEnsureCustomers } from './ensure-customers.ts';
import { type LineMatch, matchLines } from './merging/match-lines.ts';
import { type ItemMerge, type ItemState, isLineBehind, isTwin, mergeItem } from './merging/merge-item.ts';
import { isBehind, mergeOrder, type OrderPart, type OrderState } from './merging/merge-order.ts';
import { orderOfItems } from './order-of-items.ts';
import { byLineNo, orderOfLines } from './order-of-lines.ts';

export type OrderChange = { readonly before: Order; readonly after: Order; readonly changes: Changes };

/** Hears of each change of the store as it happens. */
export type ImportObserver = {
  orderImported(order: Order): void;
  /** Every known order of the file, after its changes were told, with what the row said of it. */
  orderShown(before: Order, after: Order, shown: Readonly<Partial<OrderFields>>): void;
  /** `isWithOrder`: the order itself came in this import. */
  orderChanged(change: OrderChange, isWithOrder: boolean): void;
  itemImported(item: OrderItem, isWithOrder: boolean): void;
  itemChanged(item: OrderItem, changes: Changes, isWithOrder: boolean): void;
  customerNamed(id: CustomerId, displayName: string): void;
};

import type { RowOutcome } from '../record-kind.ts';

type Options = {
  readonly shop: ImportShop;
  readonly nowMs: EpochMs;
  readonly stores: ImportStores;
  readonly ids: ImportIds;
  readonly observer: ImportObserver;
  readonly onOutcome: (outcome: RowOutcome) => void;
  readonly onRemark: (remark: RemarkedRow) => void;
};

/** The file has shown this of an order so far. The ids are all that an import keeps of the rows it has read. */
type Seen = { readonly isCreated: boolean; readonly lineNos: string[] };

const AGENT_FIELDS = {
  closesAtMs: null,
  chaseStoppedAtMs: null,
  chaseStopReason: null,
  agreedPayAtMs: null,
} as const satisfies Partial<Order>;

/** Takes the records of one file, in its order, into the store. Preview and commit are both this. */
export function createApplyOrders(options: Options) {
  const { shop, nowMs, stores, ids, observer, onOutcome, onRemark } = options;
  const { orders, items } = stores;
  const seen = new Map<OrderId, Seen>();
  const left = new Set<CustomerId>();
  // Before the first import of a shop there is nothing to look up.
  const isFirstOfShop = !orders.hasAnyOf(shop.id);
  const customerOf = createEnsureCustomers({
    platform: shop.platform,
    nowMs,
    customers: stores.customers,
    ids,
    onNamed: observer.customerNamed,
  });
  let group: ItemRecord[] = [];

  function add(record: PlatformRecord): void {
    if (record.kind === 'item') {
      if (group[0] !== undefined && group[0].no !== record.no) flush();
      group.push(record);
      return;
    }
    flush();
    onOutcome(addOrder(record));
  }

  function addOrder({ no, fields, extra }: OrderRecord): RowOutcome {
    const id = ids.orderIdOf(shop.id, no);
    const isRepeat = seen.has(id);
    const known = isRepeat || !isFirstOfShop ? orders.get(id) : undefined;
    if (!isRepeat) seen.set(id, known ? SEEN_KNOWN : SEEN_CREATED);
    return mergeInto(known, { id, no, part: { fields, extra, isRepeat } });
  }

  /** Works off the rows of one order of an item file. */
  function flush(): void {
    const first = group[0];
    if (first === undefined) return;
    const rows = group;
    group = [];
    const id = ids.orderIdOf(shop.id, first.no);
    const before = seen.get(id);
    const known = before !== undefined || !isFirstOfShop ? orders.get(id) : undefined;
    const mark = before ?? { isCreated: known === undefined, lineNos: [] };
    seen.set(id, mark);
    const isOld = known !== undefined && rows.every((row) => isBehind(known, row.order));
    const planned = planItems(rows, { id, mark, isOld });
    const part = {
      fields: orderOfItems(rows),
      extra: Object.assign({}, ...rows.map(({ orderExtra }) => orderExtra).toReversed()),
      isRepeat: before !== undefined,
      ofLines: orderOfLines(planned.lines, {
        fromLines: first.fromLines,
        known: known ?? null,
        isOnlySource: shop.platform !== 'taobao' && shop.platform !== 'tmall',
      }),
      // Rows further up have spoken for the whole order.
      isOld: isOld || before !== undefined,
    };
    const outcome = mergeInto(known, { id, no: first.no, part });
    for (const { merge, known: line } of planned.merges) {
      writeItem(merge, { orderId: id, known: line, isWithOrder: mark.isCreated });
    }
    tell(
      planned.merges.map(({ merge }) => merge.kind),
      outcome,
    );
  }

  /** Each row counts once: by its own goods, or by what the first one brought for the whole order. */
  function tell(outcomes: readonly RowOutcome[], ofOrder: RowOutcome): void {
    const isOrderTold = ofOrder === 'unchanged' || outcomes.some((outcome) => outcome !== 'unchanged');
    for (const [index, outcome] of outcomes.entries()) {
      onOutcome(index === 0 && !isOrderTold ? ofOrder : outcome);
    }
  }

  type Target = { readonly id: OrderId; readonly no: string; readonly part: OrderPart };

  function mergeInto(known: Order | undefined, target: Target): RowOutcome {
    const merge = mergeOrder(known ?? null, target.part);
    if (known === undefined) {
      if (merge.kind === 'new') insertOrder(merge.after, target);
    } else {
      const after = merge.kind === 'changed' ? updateOrder(known, merge.after, merge.changes) : known;
      observer.orderShown(known, after, target.part.fields);
    }
    return merge.kind;
  }

  function insertOrder(state: OrderState, { id, no }: Target): void {
    const customerId = customerOf(id, state);
    const order: Order = {
      ...state,
      ...AGENT_FIELDS,
      id,
      shopId: shop.id,
      no,
      customerId,
      extra: state.extra,
      updatedAtMs: nowMs,
    };
    orders.insert(order);
    observer.orderImported(order);
  }

  function updateOrder(known: Order, state: OrderState, merged: Changes): Order {
    const hasNewName = merged['customerNick'] !== undefined || merged['customerDisplayName'] !== undefined;
    const customerId = hasNewName ? customerOf(known.id, state) : known.customerId;
    const isMoved = customerId !== known.customerId;
    const changes = isMoved ? { ...merged, customerId: [known.customerId, customerId] as const } : merged;
    const after: Order = { ...known, ...state, customerId, updatedAtMs: nowMs };
    // The keys of the changes are fields of the order.
    orders.update(after, Object.keys(changes) as (keyof Order)[]);
    if (isMoved && known.customerId !== null) left.add(known.customerId);
    observer.orderChanged({ before: known, after, changes }, seen.get(known.id)?.isCreated === true);
    return after;
  }

  type Lines = { readonly id: OrderId; readonly mark: Seen; readonly isOld: boolean };
  type Planned = { readonly merge: ItemMerge; readonly known: ItemState | null };

  function lineOf(row: ItemRecord, match: LineMatch<ItemState> | undefined, file: Shown) {
    if (match?.known) return match;
    const twin = twinOf(row, file);
    if (twin !== undefined) onRemark({ row: row.row, column: '整行', value: '', reason: REPEATED });
    const lineNo = twin ?? match?.lineNo ?? '';
    return { lineNo, known: file.states.get(lineNo) ?? null };
  }

  /** The order comes first, and it follows from the lines as they will be. */
  function planItems(rows: readonly ItemRecord[], { id, mark, isOld }: Lines) {
    const states = new Map<string, ItemState>(items.listOf(id).map((item) => [item.lineNo, item]));
    const shown = new Set(mark.lineNos);
    const free = [...states.values()].filter((item) => !shown.has(item.lineNo));
    const isOlder = (line: ItemState | null, { item }: ItemRecord) =>
      line?.status ? isLineBehind(line, item.status) : isOld;
    const matches = matchLines(free, rows, {
      firstPlace: mark.lineNos.length + 1,
      shown,
      isSettled: (line, row) =>
        mergeItem(line, {
          lineNo: line.lineNo,
          fields: row.item,
          extra: row.extra,
          fillsGapsOnly: isOlder(line, row),
        }).kind === 'unchanged',
    });
    const merges = rows.map((row, index): Planned => {
      const { lineNo, known } = lineOf(row, matches[index], { shown, states });
      const fillsGapsOnly = isOlder(known, row) || shown.has(lineNo);
      const merge = mergeItem(known, { lineNo, fields: row.item, extra: row.extra, fillsGapsOnly });
      shown.add(lineNo);
      mark.lineNos.push(ownCopy(lineNo));
      if (merge.kind !== 'unchanged') {
        if (known) states.delete(known.lineNo);
        states.set(lineNo, merge.after);
      }
      return { merge, known };
    });
    return { merges, lines: [...states.values()].toSorted(byLineNo) };
  }

  type Write = { readonly orderId: OrderId; readonly known: ItemState | null; readonly isWithOrder: boolean };

  function writeItem(merge: ItemMerge, { orderId, known, isWithOrder }: Write): void {
    if (merge.kind === 'unchanged') return;
    const item: OrderItem = { ...merge.after, orderId, extra: merge.after.extra };
    if (merge.kind === 'new' || known === null) {
      items.insert(item);
      observer.itemImported(item, isWithOrder);
      return;
    }
    items.update(item, known.lineNo);
    observer.itemChanged(item, merge.changes, isWithOrder);
  }

  return {
    add,
    /** After the last record. */
    end: flush,
    /** Customers whom an order has left; they may have stood for it alone. */
    leftCustomers: (): ReadonlySet<CustomerId> => left,
  };
}

/** The lines of an order by their numbers, and those that the file has shown so far. */
type Shown = { readonly shown: ReadonlySet<string>; readonly states: ReadonlyMap<string, ItemState> };

const REPEATED = '与同一订单的另一行完全相同，没有编号可以区分，只计一次；如果是两件，请换带子订单编号的报表';

/**
 * Without a number, a row that is in all that it says like one further up may be that row once more or a second thing of
 * the kind: its money is not asked for twice on the word of that.
 */
function twinOf({ subNo, item, extra }: ItemRecord, { shown, states }: Shown): string | undefined {
  if (subNo !== null) return undefined;
  return [...shown].find((lineNo) => {
    const line = states.get(lineNo);
    return line !== undefined && isTwin(line, { fields: item, extra });
  });
}

// Order files need no line numbers, and one object for all of them keeps the memory flat.
const SEEN_KNOWN: Seen = { isCreated: false, lineNos: [] };
const SEEN_CREATED: Seen = { isCreated: true, lineNos: [] };
