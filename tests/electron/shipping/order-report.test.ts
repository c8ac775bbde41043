import { describe, expect, it } from 'vitest';
import { createOrderReport } from '../../../electron/orders/report/create-order-report.ts';
import { createCaseStore } from '../../../electron/store/cases/case-store.ts';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { createOrderList } from '../../../electron/store/orders/order-list.ts';
import { createOrderReportStore } from '../../../electron/store/orders/order-report-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import type { CaseId, OrderId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { OrderFigureKey } from '../../../shared/domain/orders/order-report.ts';
import type { CaseFields } from '../../../shared/domain/shared-parts/case/case-field-values.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../support/memory-store.ts';
import { plansOf } from '../../support/plans-of.ts';
import { aCase } from '../../support/records/a-case.ts';
import { beijing } from '../../support/records/an-order.ts';

const PLACED = beijing('2026-06-10 10:00');
const A_STEP = {
  event: 'advanced',
  atMs: PLACED,
  agentId: null,
  text: null,
  waitingOn: null,
  dueAtMs: null,
  outcome: null,
} as const;
const QUERY = { fromDate: '2026-06-01', toDate: '2026-06-30', shopId: null };

function reportsOf(db: WritableDb) {
  const shops = createShopStore(db);
  return createOrderReport({
    orderReports: createOrderReportStore(db),
    orderList: createOrderList(db),
    shops,
    clock: createFakeClock(PLACED + 10 * DAY),
  });
}

function aFloor() {
  const { db } = createMemoryStore();
  insertShop(db);
  const put = (id: string, overrides: Partial<Order>) =>
    insertOrder(db, {
      id: id as OrderId,
      no: id,
      placedAtMs: PLACED,
      paidAtMs: PLACED,
      payableFen: 10_000,
      paidFen: 10_000,
      status: 'shipped',
      shippedAtMs: PLACED + DAY,
      ...overrides,
    });
  const reports = reportsOf(db);
  const figure = (key: OrderFigureKey) => reports.report(QUERY).figures.find((one) => one.key === key);
  const behind = (key: OrderFigureKey) => reports.idsBehind({ ...QUERY, drill: { figure: key } }).toSorted();
  return { db, put, reports, figure, behind };
}

describe('4.5: the report about orders under way', () => {
  it('O4: holds each shipping against its end, the one of the file before the rule of the shop', () => {
    const { put, figure, behind } = aFloor();
    put('in-time', {});
    put('late', { shippedAtMs: PLACED + 3 * DAY });
    put('late-by-file', { shipDeadlineAtMs: PLACED + 12 * HOUR });
    put('waiting', { status: 'paid', shippedAtMs: null });
    put('given-back', { status: 'paid', shippedAtMs: null, refundFen: 10_000 });
    put('unsaid', { shippedAtMs: null });
    put('unpaid', { status: 'unpaid', paidAtMs: null, shippedAtMs: null });
    expect(figure('paid')).toMatchObject({ count: 6, base: null, amountFen: 60_000 });
    expect(figure('onTime')).toMatchObject({ count: 1, base: 4, rate: null, unknown: 1 });
    expect(figure('late')).toMatchObject({ count: 3, base: 4, amountFen: 30_000 });
    expect(behind('late')).toEqual(['late', 'late-by-file', 'waiting']);
    expect(behind('open')).toEqual(['waiting']);
  });

  it('O2: counts cancellations by how they ended, and the freight that the shop pays for them', () => {
    const { db, put, figure, behind, reports } = aFloor();
    const cases = createCaseStore(db);
    const cancel = (no: string, fields: CaseFields, way: readonly string[]) => {
      put(no, {});
      const step = way.at(-1) ?? 'asked';
      const id = `case-${no}` as CaseId;
      cases.save(aCase({ id, kind: 'cancellation', step, fields, links: [asSubject('order', no)] }));
      for (const at of way) cases.addStep({ ...A_STEP, caseId: id, step: at });
    };
    put('quiet', {});
    cancel('kept', { stage: 'shipped', freightPayer: 'none' }, ['kept']);
    cancel('changed', { stage: 'unprinted' }, ['changed', 'told']);
    cancel('gone', { stage: 'at-branch', freightPayer: 'shop', freightFen: 1200 }, ['arrived', 'told']);
    cancel('buyer-pays', { stage: 'at-branch', freightPayer: 'buyer', freightFen: 900 }, ['told']);
    cancel('under-way', { stage: 'unknown' }, ['warehouse-asked']);
    expect(figure('cancelled')).toMatchObject({ count: 5, base: 6 });
    expect(figure('saved')).toMatchObject({ count: 2, base: 4, amountFen: 20_000, unknown: 1 });
    expect(figure('freight')).toMatchObject({ count: 1, base: 5, amountFen: 1200 });
    expect(behind('saved')).toEqual(['changed', 'kept']);
    expect(reports.report(QUERY).by.stage.map(({ label, count }) => [label, count])).toEqual([
      ['已到派件网点', 2],
      ['已发货', 1],
      ['不确定', 1],
      ['未打单', 1],
    ]);
  });

  it('says a rate of ten orders and more, and cuts what was late by day and goods with its base', () => {
    const { put, figure, reports } = aFloor();
    for (let one = 0; one < 9; one += 1) put(`in-time-${one}`, { itemTitle: '示例水杯' });
    put('late', { itemTitle: '示例水杯', shippedAtMs: PLACED + 3 * DAY });
    expect(figure('onTime')?.rate).toBe(0.9);
    const { by } = reports.report(QUERY);
    expect(by.product).toEqual([
      { key: '示例水杯', label: '示例水杯', count: 1, base: 10, rate: 0.1, amountFen: 10_000 },
    ]);
    expect(by.day.map(({ key }) => key)).toEqual(['2026-06-12']);
    const drill = { group: 'product', key: '示例水杯' } as const;
    expect(reports.idsBehind({ ...QUERY, drill })).toEqual(['late']);
  });

  it('O7: counts the customers of pre-sales who were called, reached and kept, and what that has saved', () => {
    const { db, put, figure, behind } = aFloor();
    const presale = { extra: { 预售订单: '是' }, goodsFen: 10_000 };
    put('kept', presale);
    put('not-reached', presale);
    put('not-called', presale);
    put('no-presale', {});
    const called = db.prepare<[string, string, number]>(/* sql */ `
      INSERT INTO contact_attempts (id, subject_kind, subject_id, channel, is_reached, at_ms)
      VALUES (?, 'order', ?, 'phone', ?, 0)`);
    called.run('1', 'kept', 0);
    called.run('2', 'kept', 1);
    called.run('3', 'not-reached', 0);
    called.run('4', 'no-presale', 1);
    expect(figure('called')).toMatchObject({ count: 2, base: 3 });
    expect(figure('reached')).toMatchObject({ count: 1, base: 2 });
    expect(behind('kept')).toEqual(['kept']);
    expect(figure('kept')?.amountFen).toBeGreaterThan(0);
  });

  it('says what the platform made the shop pay, as its own file says', () => {
    const { put, figure } = aFloor();
    put('paid-for', { extra: { 延迟发货自动赔付金额: '5.50' } });
    put('none', { extra: { 延迟发货自动赔付金额: '0' } });
    expect(figure('compensated')).toMatchObject({ count: 1, base: 2, amountFen: 550 });
  });

  it('finds its orders and all that belongs to them by indexes', () => {
    const plans = plansOf(
      (db) => reportsOf(db).report(QUERY),
      (db) => {
        insertShop(db);
        insertOrder(db, { placedAtMs: PLACED, paidAtMs: PLACED, status: 'shipped' });
      },
    ).join('\n');
    expect(plans).toContain('orders_by_time');
    expect(plans).not.toMatch(/SCAN (orders|o|p|parcels|a|contact_attempts|c|claims|r|refunds)\b/);
  });
});
