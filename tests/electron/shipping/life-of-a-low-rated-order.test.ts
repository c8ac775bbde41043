import { afterAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

const AGENT = 'agent-1' as AgentId;
const NO = '3304370000000000001';
const folder = createExportFolder();
afterAll(folder.remove);

function openShop() {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT, name: '小满' });
  const clock = createFakeClock(beijing('2026-06-10 10:00'));
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const subject = asSubject('order', core.orderIdOf(shop.id, NO));
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });
  core.settings.save({ scope: shop.id, key: 'care', values: { goods: ['保温杯 4.6'] } }, actor());

  function take(format: ExportName, row: Readonly<Record<string, string>>): void {
    clock.advanceBy(20 * MINUTE);
    const path = folder.writeCsv(exportGrid(format, [row]));
    const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  }
  const show = (cells: Readonly<Record<string, string>>) =>
    take('ERA_E', {
      订单编号: NO,
      订单创建时间: '2026-06-09 22:10:03',
      订单付款时间: '2026-06-09 22:10:21',
      商品标题: '316 不锈钢保温杯',
      总金额: '89.00',
      买家实付金额: '89.00',
      ...cells,
    });
  const showRefund = (status: string) =>
    take('REFUNDS_2026', {
      订单编号: NO,
      退款编号: '1000000000000000001',
      退款的申请时间: '2026-06-10 09:00:00',
      退款状态: status,
      售后类型: '仅退款',
    });
  const toDo = () =>
    core.stores.tasks.listToDo(subject).map(({ kind, step, dueAtMs }) => ({ kind, step, dueAtMs }));
  return { core, clock, show, showRefund, toDo };
}

const SHIPPED = {
  订单状态: '卖家已发货，等待买家确认',
  物流单号: 'SF0000000000001',
  发货时间: '2026-06-10 10:00:00',
};
const AFTER_SHIP = { kind: 'care', step: 'after-ship', dueAtMs: beijing('2026-06-10 10:00') + 2 * HOUR };

describe('O9: an imported order of goods that are rated low', () => {
  it('asks for a word once it is shipped, and for another once it is received', () => {
    const desk = openShop();
    desk.show({ 订单状态: '买家已付款，等待卖家发货' });
    expect(desk.toDo().filter(({ kind }) => kind === 'care')).toEqual([]);
    desk.show(SHIPPED);
    expect(desk.toDo()).toEqual([AFTER_SHIP]);
    desk.clock.advanceBy(8 * DAY);
    desk.show({ ...SHIPPED, 订单状态: '交易成功', 确认收货时间: '2026-06-18 10:00:00' });
    expect(desk.toDo()).toEqual([
      { kind: 'care', step: 'after-receipt', dueAtMs: beijing('2026-06-19 10:00') },
    ]);
  });

  it('is left alone as soon as a refund is imported, and asks again when that is closed', () => {
    const desk = openShop();
    desk.show(SHIPPED);
    desk.showRefund('买家已经申请退款，等待卖家同意');
    expect(desk.toDo()).toEqual([]);
    desk.showRefund('退款关闭');
    expect(desk.toDo()).toEqual([AFTER_SHIP]);
  });
});
