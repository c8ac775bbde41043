import { beforeEach, describe, expect, it } from 'vitest';
import { readChaseReport } from '../../../../electron/chasing/report/read-chase-report.ts';
import { createChaseReportStore } from '../../../../electron/store/chasing/chase-report-store.ts';
import { createSampleStore } from '../../../../electron/store/team/sample-store.ts';
import type { OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';

const DAY_OF_ORDERS: ReportQuery = { fromDate: '2026-06-10', toDate: '2026-06-10', shopId: null };
const SECOND = 'order-2' as OrderId;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  desk.importOrder();
  desk.importOrder({ id: SECOND, no: '42' });
  desk.clock.advanceBy(16 * MINUTE);
});

const report = (overrides: Partial<ReportQuery> = {}) =>
  readChaseReport(createChaseReportStore(desk.db), { ...DAY_OF_ORDERS, ...overrides });

describe('P10: what is counted', () => {
  it('is every order chased on the days, and what was paid after it', () => {
    desk.chase('first');
    desk.chase('first', { id: SECOND });
    desk.clock.advanceBy(HOUR);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now(), paidFen: 8000 });
    expect(report()).toMatchObject({ chased: 2, recovered: 1, rate: 0.5, recoveredFen: 8000 });
    expect(report().by.agent).toEqual([expect.objectContaining({ label: '小王', chased: 2, recovered: 1 })]);
    expect(report({ fromDate: '2026-06-11', toDate: '2026-06-11' })).toMatchObject({ chased: 0, rate: null });
  });

  it('is not a chase that was taken back', () => {
    desk.undoActivity(desk.chase('first').activityId, desk.actor());
    expect(report()).toMatchObject({ chased: 0 });
  });

  it('is not what an undone import seemed to prove', () => {
    desk.chase('first');
    desk.db.exec(`INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new,
      rows_changed, rows_unchanged, rows_rejected, undone_at_ms)
      VALUES ('run-${desk.clock.now()}', 'shop-1', '', '', '', 0, 0, 0, 0, 0, 0, 1)`);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(report()).toMatchObject({ chased: 1, recovered: 0 });
  });

  it('learns the reason from whatever was noted last', () => {
    desk.chase('first');
    desk.chasing.noteReason({ orderId: 'order-1' as OrderId, reason: 'price' }, desk.actor());
    desk.chasing.noteReason({ orderId: 'order-1' as OrderId, reason: 'top-up' }, desk.actor());
    expect(report().by.reason.map((row) => row.key)).toEqual(['top-up']);
  });

  it('is one shop or all; a sample shop counts as long as it is there', () => {
    const sample = insertShop(desk.db, { id: 'sample' as ShopId, name: '示例店铺', isSample: true });
    desk.importOrder({ id: 'order-3' as OrderId, no: '43', shopId: sample.id });
    desk.chase('first', { id: 'order-3' as OrderId });
    desk.chase('first');
    expect(report()).toMatchObject({ chased: 2 });
    expect(report({ shopId: 'shop-1' as ShopId })).toMatchObject({ chased: 1 });
    expect(report({ shopId: 'shop-2' as ShopId })).toMatchObject({ chased: 0 });
    createSampleStore(desk.db).removeShop(sample.id);
    expect(report()).toMatchObject({ chased: 1 });
  });

  it('refuses days that are none', () => {
    expect(() => report({ fromDate: '2026-06-31' })).toThrow('日期范围有误');
    expect(() => report({ fromDate: '2026-06-11' })).toThrow('日期范围有误');
  });

  it('reads the activities of the period and no others', () => {
    const period = { fromMs: 0, toMs: 1, shopId: null };
    const [orders = ''] = plansOf((db) => createChaseReportStore(db).read(period));
    expect(orders).toContain('USING INDEX activities_by_kind (kind=? AND at_ms>? AND at_ms<?)');
  });
});
