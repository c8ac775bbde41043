import { afterAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../../../electron/core.ts';
import { createExportFolder } from '../../../../support/export-files.ts';
import { createFakeClock } from '../../../../support/fake-clock.ts';
import { createMemoryStore } from '../../../../support/memory-store.ts';
import { beijing } from '../../../../support/records/an-order.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['主订单编号', '选购商品', '商品数量', '订单状态', '订单应付金额', '订单提交时间'];
const NO = '6917000000000001001';
const aRow = (title: string) => [NO, title, '1', '待支付', '60.00', '2026-06-08 09:31:40'];
const numbered = (subNo: string, title: string) => [subNo, ...aRow(title)];

/** A shop, and what it knows of the order once the grids were imported one after the other. */
function aShop() {
  const { db } = createMemoryStore();
  const core = createCore({ db, clock: createFakeClock(beijing('2026-06-08 10:00')) });
  const shop = core.shops.add({ name: '示例旗舰店', platform: 'douyin' });
  return {
    importGrid(grid: readonly (readonly string[])[]) {
      const outcome = core.importFile({ path: folder.writeCsv(grid), shop, agentId: null, isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(`The file was ${outcome.kind}`);
      return outcome;
    },
    order() {
      const order = core.stores.orders.get(core.orderIdOf(shop.id, NO));
      return { payableFen: order?.payableFen, itemCount: order?.itemCount };
    },
  };
}

describe('F07 of the field: rows of one order that nobody could tell apart', () => {
  it('count once where the column of the sub-order numbers is missing, and the agent is told', () => {
    const shop = aShop();
    const { run, remarks } = shop.importGrid([HEADER, aRow('刀架'), aRow('沥水架'), aRow('刀架')]);
    expect(shop.order()).toEqual({ payableFen: 12_000, itemCount: 2 });
    expect(run.counts).toMatchObject({ rows: 3, rejected: 0 });
    expect(remarks).toEqual([
      { row: 4, column: '整行', value: '', reason: expect.stringContaining('只计一次') },
    ]);
  });

  it('count once where the whole file stands in it twice', () => {
    const shop = aShop();
    const other = ['6917000000000001002', ...aRow('水杯').slice(1)];
    const rows = [aRow('刀架'), aRow('沥水架'), other];
    expect(shop.importGrid([HEADER, ...rows, ...rows]).remarks.map(({ row }) => row)).toEqual([5, 6, 7]);
    expect(shop.order()).toEqual({ payableFen: 12_000, itemCount: 2 });
  });

  it('are the same after their file has come again', () => {
    const shop = aShop();
    const grid = [HEADER, aRow('刀架'), aRow('刀架'), aRow('沥水架')];
    shop.importGrid(grid);
    expect(shop.importGrid(grid).run.counts).toMatchObject({ unchanged: 3, new: 0, changed: 0 });
    expect(shop.order()).toEqual({ payableFen: 12_000, itemCount: 2 });
  });

  it('are two things where their numbers say so, and stay two for a file without numbers', () => {
    const shop = aShop();
    const grid = [['子订单编号', ...HEADER], numbered('901', '刀架'), numbered('902', '刀架')];
    expect(shop.importGrid(grid).remarks).toEqual([]);
    expect(shop.importGrid([HEADER, aRow('刀架'), aRow('刀架')]).remarks).toEqual([]);
    expect(shop.order()).toEqual({ payableFen: 12_000, itemCount: 2 });
  });

  it('are two things where they differ in any cell', () => {
    const shop = aShop();
    const paid = aRow('刀架').with(4, '50.00');
    expect(shop.importGrid([HEADER, aRow('刀架'), paid]).remarks).toEqual([]);
    expect(shop.order()).toEqual({ payableFen: 11_000, itemCount: 2 });
  });
});
