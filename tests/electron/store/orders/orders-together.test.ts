import { describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { createOrderList, type OrderQuery } from '../../../../electron/store/orders/order-list.ts';
import { createDeadlineStore } from '../../../../electron/store/subjects/deadline-store.ts';
import type { AgentId, OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { EVERY_ORDER, ORDERS_COUNTED, sortOf } from '../../../../shared/domain/orders/order-list.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';

const QUERY: OrderQuery = { ...EVERY_ORDER, sort: 'newest', offset: 0, limit: 50 };

describe('X1: orders that belong together', () => {
  const NOW_MS = Date.UTC(2026, 5, 10, 6, 30);
  const facts = {
    nowMs: NOW_MS,
    agentId: 'agent-1' as AgentId,
    closings: [{ shopId: 'shop-1' as ShopId, closesAfterMs: DAY }],
    promises: [
      { shopId: 'shop-1' as ShopId, promiseMs: 2 * DAY, fastMs: DAY, fastWords: [], presaleMs: 15 * DAY },
    ],
  };

  function aShop() {
    const { db } = createMemoryStore();
    insertShop(db);
    const put = (no: string, overrides: object) => insertOrder(db, { id: no as OrderId, no, ...overrides });
    const list = createOrderList(db);
    const find = (query: Partial<OrderQuery>) =>
      list
        .page({ ...QUERY, facts, sort: 'oldest', ...query })
        .orders.map(({ no }) => no)
        .toSorted();
    return { db, put, list, find };
  }
  const paid = (shipDeadlineAtMs: number | null) => ({ status: 'paid', shipDeadlineAtMs });

  it('come to their end one after the other; those that have none follow, the newest first', () => {
    const { put, list } = aShop();
    put('ships', paid(NOW_MS + 2 * HOUR));
    put('closes', { placedAtMs: NOW_MS - DAY + HOUR });
    put('late', paid(NOW_MS - HOUR));
    put('over', { status: 'completed', placedAtMs: NOW_MS - MINUTE });
    put('over-long', { status: 'completed', placedAtMs: NOW_MS - DAY });
    const page = (offset: number, limit: number) =>
      list.page({ ...QUERY, facts, sort: 'end', offset, limit }).orders.map(({ no }) => no);
    expect(page(0, 9)).toEqual(['late', 'closes', 'ships', 'over', 'over-long']);
    expect([page(0, 2), page(2, 2), page(4, 2)]).toEqual([
      ['late', 'closes'],
      ['ships', 'over'],
      ['over-long'],
    ]);
    const numbers = (query: Partial<OrderQuery>) =>
      list.page({ ...QUERY, facts, sort: 'end', ...query }).orders.map(({ no }) => no);
    expect(numbers({ status: 'completed' })).toEqual(['over', 'over-long']);
    expect(numbers({ status: 'paid' })).toEqual(['late', 'ships']);
    expect(numbers({ set: 'ship-today', text: '' })).toEqual(['late', 'ships']);
    expect(numbers({ shopId: 'other' as ShopId })).toEqual([]);
  });

  it('are brought together by customer, product, parcel or flag, the newest first, what is unknown last', () => {
    const { put, list } = aShop();
    put('1', {
      placedAtMs: NOW_MS - HOUR,
      customerNick: '林深',
      itemTitle: '保温杯',
      paidAtMs: NOW_MS,
      flag: 'red',
    });
    put('2', {
      placedAtMs: NOW_MS,
      customerNick: null,
      itemTitle: '毛巾',
      trackingNo: 'SF2',
      carrier: '顺丰',
    });
    put('3', { placedAtMs: NOW_MS, customerNick: '林深', itemTitle: null, paidAtMs: NOW_MS - HOUR });
    const sorted = (sort: OrderQuery['sort']) =>
      list
        .page({ ...QUERY, facts, sort })
        .orders.map(({ no }) => no)
        .join('');
    expect(sorted('customer')).toBe('312');
    expect(sorted('item')).toBe('123');
    expect(sorted('item-down')).toBe('213');
    expect(sorted('paid')).toBe('132');
    expect(sorted('paid-up')).toBe('312');
    expect(sorted('parcel')).toBe('231');
    expect(sorted('memo')).toBe('123');
  });

  it('are not brought together where more of them are listed than are counted', () => {
    expect([sortOf('item', ORDERS_COUNTED - 1), sortOf('item', ORDERS_COUNTED)]).toEqual(['item', 'newest']);
    expect(sortOf('end', ORDERS_COUNTED)).toBe('end');
  });

  it('say by which words a search has found those that are shown', () => {
    const { put, list } = aShop();
    put('330012349876', { status: 'unpaid' });
    put('330012340000', { status: 'paid', receiverMobile: '13800009876' });
    const foundBy = (query: Partial<OrderQuery>) =>
      list.page({ ...QUERY, facts, text: '9876', ...query }).foundBy;
    expect(foundBy({})).toEqual(['noTail', 'mobileTail']);
    expect(foundBy({ status: 'paid' })).toEqual(['mobileTail']);
    expect(foundBy({ text: '' })).toEqual([]);
  });

  it('are to be shipped today, or should have been', () => {
    const { put, find } = aShop();
    put('today', paid(NOW_MS + HOUR));
    put('late', paid(NOW_MS - DAY));
    put('tomorrow', paid(NOW_MS + DAY));
    put('unknown', paid(null));
    put('shipped', { ...paid(NOW_MS + HOUR), status: 'shipped' });
    expect(find({ set: 'ship-today' })).toEqual(['late', 'today']);
  });

  it('have a shipping time that was put off, or brought nearer', () => {
    const { db, put, find } = aShop();
    put('put-off', paid(NOW_MS + HOUR));
    put('agreed', paid(null));
    const deadlines = createDeadlineStore(db);
    const setTo = (no: string, source: 'manual' | 'agreed', atMs: number) => {
      const subject = { kind: 'order', id: no as OrderId } as const;
      deadlines.save({
        id: deadlines.idOf(subject, 'ship', source),
        shopId: 'shop-1' as ShopId,
        subject,
        kind: 'ship',
        source,
        atMs,
        originalAtMs: null,
        reason: null,
        agentId: null,
        setAtMs: NOW_MS,
        importRunId: null,
      });
    };
    put('waits', paid(NOW_MS + 2 * HOUR));
    setTo('put-off', 'manual', NOW_MS + 3 * DAY);
    setTo('agreed', 'agreed', NOW_MS + 2 * HOUR);
    // O7: a customer who waits puts off nothing that the file names.
    setTo('waits', 'agreed', NOW_MS + 3 * DAY);
    expect(find({ set: 'ship-today' })).toEqual(['agreed', 'waits']);
    expect(find({ set: 'ship-today', sort: 'end', limit: 1 })).toEqual(['agreed']);
  });

  it('O4, O7: have the end that their shop promises where the file names none', () => {
    const { put, find, list } = aShop();
    const paidAt = (paidAtMs: number, extra = {}) => ({ ...paid(null), paidAtMs, extra });
    put('today', paidAt(NOW_MS - 2 * DAY + HOUR));
    put('tomorrow', paidAt(NOW_MS - DAY));
    put('late', paidAt(NOW_MS - 3 * DAY));
    put('long-ago', paidAt(NOW_MS - 40 * DAY));
    put('presale', paidAt(NOW_MS - 3 * DAY, { 预售订单: '是' }));
    put('presale-late', paidAt(NOW_MS - 16 * DAY, { 预约发货时间: '2026-06-09 12:00:00' }));
    put('no-presale', paidAt(NOW_MS - 3 * DAY, { 预售订单: '否', 预约发货时间: '-' }));
    put('file-late', paid(NOW_MS - HOUR));
    expect(find({ set: 'late' })).toEqual(['file-late', 'late', 'no-presale', 'presale-late']);
    expect(find({ set: 'ship-today' })).toEqual(['file-late', 'late', 'no-presale', 'presale-late', 'today']);
    const numbers = list.page({ ...QUERY, facts, sort: 'end', limit: 5 }).orders.map(({ no }) => no);
    expect(numbers.toSorted()).toEqual(['file-late', 'late', 'no-presale', 'presale-late', 'today']);
    expect(numbers.at(-1)).toBe('today');
  });

  it('come to their end soon: closed by the platform, or late for shipping', () => {
    const { put, find } = aShop();
    put('closes', { placedAtMs: NOW_MS - DAY + HOUR });
    put('closes-later', { placedAtMs: NOW_MS - HOUR });
    put('closed-by-now', { placedAtMs: NOW_MS - 2 * DAY });
    put('by-hand', { placedAtMs: NOW_MS - 2 * DAY, closesAtMs: NOW_MS + HOUR });
    put('by-hand-later', { placedAtMs: NOW_MS - DAY + HOUR, closesAtMs: NOW_MS + DAY });
    put('ships', paid(NOW_MS + HOUR));
    expect(find({ set: 'closing' })).toEqual(['by-hand', 'closes', 'ships']);
  });

  it('have a note by this agent that was not taken back', () => {
    const { db, put, find } = aShop();
    for (const no of ['mine', 'theirs', 'undone']) put(no, {});
    const activities = createActivityStore(db);
    const note = (no: string, agentId: string) =>
      activities.append({
        atMs: NOW_MS - HOUR,
        kind: 'noted',
        subject: { kind: 'order', id: no as OrderId },
        agentId: agentId as AgentId,
        taskId: null,
        scriptId: null,
        importRunId: null,
        data: { text: '要发票' },
      });
    insertAgent(db, { id: 'agent-1' as AgentId });
    insertAgent(db, { id: 'agent-2' as AgentId, name: '知夏' });
    note('mine', 'agent-1');
    note('theirs', 'agent-2');
    const { id, subject } = note('undone', 'agent-1');
    activities.append({
      atMs: NOW_MS,
      kind: 'undone',
      subject,
      agentId: 'agent-1' as AgentId,
      taskId: null,
      scriptId: null,
      importRunId: null,
      data: { undoes: id },
    });
    expect(find({ set: 'noted' })).toEqual(['mine']);
  });

  it('were placed on some days, also within a set, a status or a search', () => {
    const { put, find } = aShop();
    put('1', { placedAtMs: NOW_MS - 3 * DAY });
    put('2', { placedAtMs: NOW_MS - DAY, status: 'paid', shipDeadlineAtMs: NOW_MS });
    put('3', { placedAtMs: NOW_MS });
    const span = { fromMs: NOW_MS - 2 * DAY, untilMs: NOW_MS };
    expect(find(span)).toEqual(['2']);
    expect(find({ ...span, status: 'unpaid' })).toEqual([]);
    expect(find({ ...span, set: 'ship-today' })).toEqual(['2']);
    expect(find({ ...span, text: '3' })).toEqual([]);
    expect(find({ ...span, sort: 'amount' })).toEqual(['2']);
  });

  it('say what they come to, as far as orders are counted', () => {
    const { put, list } = aShop();
    put('1', { payableFen: 500 });
    put('2', { payableFen: 900, paidFen: 800, status: 'paid' });
    put('3', { payableFen: 700, paidFen: 0 });
    expect(list.page({ ...QUERY, isSummed: true }).amountFen).toBe(500 + 800 + 700);
    expect(list.countUpTo(QUERY, 2)).toBe(2);
  });

  it.each<[string, Partial<OrderQuery>, string]>([
    ['days', { fromMs: 1, untilMs: 2 }, 'orders_by_time (placed_at_ms>? AND placed_at_ms<?)'],
    [
      'days of a shop',
      { fromMs: 1, shopId: 'shop-1' as ShopId },
      'orders_by_shop_and_time (shop_id=? AND placed_at_ms>?)',
    ],
    ['days of a status', { fromMs: 1, status: 'paid' }, 'orders_by_status (status=? AND placed_at_ms>?)'],
    [
      'few days, by amount',
      { fromMs: 1, untilMs: 2, sort: 'amount' },
      'orders_by_time (placed_at_ms>? AND placed_at_ms<?)',
    ],
    ['the least amounts', { sort: 'amount-up' }, 'orders_by_amount'],
    [
      'those to be shipped',
      { set: 'ship-today' },
      'orders_to_ship (ship_deadline_at_ms>? AND ship_deadline_at_ms<?)',
    ],
    ['those late by the rule', { set: 'late' }, 'orders_to_ship_by_rule (shop_id=? AND paid_at_ms>?'],
    [
      'those that close',
      { set: 'closing' },
      'orders_by_shop_and_time (shop_id=? AND placed_at_ms>? AND placed_at_ms<?)',
    ],
    ['a status by customer', { status: 'paid', sort: 'customer' }, 'orders_by_status (status=?)'],
    [
      'days by product',
      { fromMs: 1, untilMs: 2, sort: 'item' },
      'orders_by_time (placed_at_ms>? AND placed_at_ms<?)',
    ],
    ['those noted', { set: 'noted' }, 'activities_by_kind (kind=? AND at_ms>?)'],
  ])('reads %s by an index', (_title, query, index) => {
    const plans = plansOf((db) => createOrderList(db).page({ ...QUERY, facts, ...query })).join('\n');
    expect(plans).toContain(index);
    expect(plans).not.toMatch(/SCAN (orders|o|d|activities|deadlines)\b(?! USING (COVERING )?INDEX)/);
    expect(plans).not.toContain('deadlines_by_end (kind=? AND at_ms>?)');
  });

  it('reads those that end next by indexes, in their order, and no other order', () => {
    const plans = plansOf((db) => createOrderList(db).page({ ...QUERY, facts, sort: 'end' })).join('\n');
    expect(plans).toContain('SEARCH orders USING COVERING INDEX orders_to_ship (ship_deadline_at_ms>?)');
    expect(plans).toContain('orders_by_status (status=? AND placed_at_ms>?)');
    expect(plans).not.toMatch(/SCAN (orders|o|d|deadlines)\b(?! USING (COVERING )?INDEX)/);
  });

  it('sums and counts by the same indexes', () => {
    const filter = { ...QUERY, facts, set: 'closing' } as const;
    const plans = plansOf((db) => {
      createOrderList(db).page({ ...filter, isSummed: true });
      createOrderList(db).countUpTo(filter, 100);
    }).join('\n');
    expect(plans).toContain('orders_to_ship');
    expect(plans).not.toMatch(/SCAN (orders|o|d)\b/);
  });
});
