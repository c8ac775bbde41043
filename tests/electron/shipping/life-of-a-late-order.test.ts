import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import type { AgentId, OrderId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { currentTask } from '../../../shared/domain/tasks/current-task.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

const AGENT = 'agent-1' as AgentId;
const NO = '3304370000000000001';
const END = beijing('2026-06-11 22:17');
type Cells = Readonly<Record<string, string>>;
const folder = createExportFolder();
afterAll(folder.remove);

function openShop() {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT, name: '小满' });
  const clock = createFakeClock(beijing('2026-06-10 10:00'));
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const orderId: OrderId = core.orderIdOf(shop.id, NO);
  const subject = asSubject('order', orderId);
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });
  const toDo = () =>
    core.stores.tasks.listToDo(subject).map(({ kind, step, state }) => `${kind} ${step} ${state}`);

  /** A while after whatever was done before. */
  function take(format: ExportName, row: Cells) {
    clock.advanceBy(20 * MINUTE);
    const path = folder.writeCsv(exportGrid(format, [row]));
    const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    return outcome.run.id;
  }

  /** The order as the newest export shows it. */
  const show = (cells: Cells = {}) =>
    take('ERA_E', {
      订单编号: NO,
      订单状态: '买家已付款，等待卖家发货',
      订单创建时间: '2026-06-09 22:10:03',
      订单付款时间: '2026-06-09 22:10:21',
      应发货时间: '2026-06-11 22:17:00',
      总金额: '89.00',
      买家实付金额: '89.00',
      ...cells,
    });
  const showRefund = (cells: Cells) =>
    take('REFUNDS_2026', {
      订单编号: NO,
      退款编号: '1000000000000000001',
      退款的申请时间: '2026-06-10 09:00:00',
      售后类型: '仅退款',
      ...cells,
    });
  const contact = (outcome: 'soothed' | 'waits' | 'no-answer' | 'wrong-number', more: object = {}) =>
    core.shipping.contact(
      { orderIds: [orderId], channel: 'phone', outcome, note: null, quote: null, agreedAtMs: null, ...more },
      actor(),
    );
  return { core, clock, orderId, subject, actor, toDo, show, showRefund, contact };
}

let desk: ReturnType<typeof openShop>;
beforeEach(() => {
  desk = openShop();
  desk.show();
});
const undo = (activityId: Parameters<typeof desk.core.undoActivity>[0]) =>
  desk.core.undoActivity(activityId, desk.actor());

describe('O4: an imported order is followed until it is shipped', () => {
  it('has its warnings, and is over once a file shows it as shipped', () => {
    expect(desk.toDo()).toEqual(['ship warn-first open', 'ship warn-last open', 'ship late open']);
    desk.show({ 订单状态: '卖家已发货，等待买家确认', 物流单号: 'SF0000000000001' });
    expect(desk.toDo()).toEqual([]);
  });

  it('is asked about a day after whoever completes the task has spoken to the customer', () => {
    desk.clock.jumpTo(END + HOUR);
    const late = desk.core.stores.tasks.listToDo(desk.subject).find(({ step }) => step === 'late');
    if (!late) throw new Error('It is not late');
    const { activityId } = desk.core.taskActions.completeTask({ taskId: late.id }, desk.actor());
    const again = desk.core.stores.tasks.listToDo(desk.subject).find(({ step }) => step === 'late-again');
    expect(again?.dueAtMs).toBe(END + HOUR + DAY);
    undo(activityId);
    expect(desk.toDo()).toContain('ship late open');
    expect(desk.toDo().join()).not.toContain('late-again');
  });

  it('has no missed warning left once its customer was spoken to in its place', () => {
    desk.clock.jumpTo(END + HOUR);
    const current = () =>
      currentTask({
        tasks: desk.core.stores.tasks.listToDo(desk.subject),
        taskId: null,
        nowMs: desk.clock.now(),
      })?.step;
    expect(current()).toBe('late');
    const { activityId } = desk.contact('soothed');
    expect(desk.toDo()).toEqual(['ship late-again open']);
    expect(current()).toBeUndefined();
    undo(activityId);
    expect(desk.toDo()).toEqual(['ship warn-first open', 'ship warn-last open', 'ship late open']);
    expect(current()).toBe('late');
  });

  it('goes on while a refund is running, and says so as long as there is one', () => {
    const { core } = desk;
    const request = { orderId: desk.orderId, lineNo: null, refundFen: 8900, reason: '不想要了' };
    const said = () => core.stores.tasks.listToDo(desk.subject).find(({ kind }) => kind === 'ship')?.reason;
    const before = said();
    const { activityId } = core.registerRefund(
      { ...request, type: 'refund-unshipped', isApplied: true, note: null },
      desk.actor(),
    );
    expect(said()).toBe(`${before}（退款中）`);
    expect(core.undoActivity(activityId, desk.actor()).subjects).toContainEqual(desk.subject);
    expect(said()).toBe(before);
  });

  it('is followed again when an import of its refund is taken back', () => {
    const runId = desk.showRefund({ 退款状态: '退款成功', 买家退款金额: '89.00' });
    expect(desk.toDo()).toEqual([]);
    desk.core.undoImport(runId, AGENT);
    expect(desk.toDo()).toEqual(['ship warn-first open', 'ship warn-last open', 'ship late open']);
  });
});

describe('O4, O5, X4: an order is marked as shipped', () => {
  const claim = () => desk.core.shipping.claimShipped({ orderIds: [desk.orderId] }, desk.actor());

  it('rests, and comes back with the next import that shows it unshipped', () => {
    expect(claim().message).toBe('1 单已登记发货，待下次导入核实');
    expect(desk.toDo()).toEqual([]);
    desk.show();
    expect(desk.toDo()).toContain('ship unproven open');
    expect(claim().message).toContain('1 单');
    desk.show({ 订单状态: '卖家已发货，等待买家确认' });
    expect(desk.toDo()).toEqual([]);
    expect(desk.core.stores.claims.listOf('order', [desk.orderId]).at(-1)?.state).toBe('proved');
  });

  it('is taken back by the one undo', () => {
    undo(claim().activityId);
    expect(desk.toDo()).toHaveLength(3);
  });

  it('is refused for what does not wait to be shipped, and left out among others', () => {
    const other = 'gone' as OrderId;
    expect(desk.core.shipping.claimShipped({ orderIds: [desk.orderId, other] }, desk.actor()).message).toBe(
      '1 单已登记发货，待下次导入核实，1 单不是待发货，未登记',
    );
    expect(() => desk.core.shipping.claimShipped({ orderIds: [other] }, desk.actor())).toThrow(
      '所选订单都不是待发货',
    );
  });
});

describe('O7: the customer is spoken to', () => {
  it('and agrees to wait: the words are kept, the promise is a task, the platform’s end stands', () => {
    const agreedAtMs = beijing('2026-06-13 18:00');
    const { activityId, message } = desk.contact('waits', { quote: '可以等到周六', agreedAtMs });
    expect(message).toBe('已记录：同意等到约定时间');
    const [piece] = desk.core.stores.evidence.listOf(desk.subject);
    expect(piece).toMatchObject({ kind: 'quote', text: '可以等到周六', saidBy: 'customer', source: 'typed' });
    expect(desk.core.orderView.detail(desk.orderId, desk.clock.now())).toMatchObject({
      shipEnd: { atMs: END, sourceText: '导入文件', compensationFen: 445 },
      agreedShipAtMs: agreedAtMs,
    });
    expect(desk.toDo()).toContain('presale agreed open');
    undo(activityId);
    expect(desk.toDo()).not.toContain('presale agreed open');
    expect(desk.core.stores.evidence.listOf(desk.subject)).toEqual([]);
  });

  it('is refused without the words or without a time to come', () => {
    expect(() => desk.contact('waits', { quote: '可以' })).toThrow('请填写客户同意等到的时间，须晚于现在');
    const agreedAtMs = beijing('2026-06-13 18:00');
    expect(() => desk.contact('waits', { agreedAtMs })).toThrow('请填写客户同意等待的原话，作为凭证');
  });

  it('is called again at the next of three times of the day; a wrong number is not', () => {
    desk.clock.jumpTo(beijing('2026-06-10 10:30'));
    desk.contact('no-answer');
    const retry = () =>
      desk.core.stores.tasks.listToDo(desk.subject).find(({ kind }) => kind === 'contact-retry');
    expect(retry()?.dueAtMs).toBe(beijing('2026-06-10 14:00'));
    desk.clock.jumpTo(beijing('2026-06-10 19:30'));
    desk.contact('no-answer');
    expect(retry()?.dueAtMs).toBe(beijing('2026-06-11 10:00'));
    desk.contact('wrong-number');
    expect(retry()).toBeUndefined();
  });
});
