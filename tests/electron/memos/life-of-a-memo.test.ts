import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { createClaimStore } from '../../../electron/store/claims/claim-store.ts';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import type { AgentId, OrderId } from '../../../shared/domain/ids.ts';
import type { MemoTemplate } from '../../../shared/domain/memos/memo-template.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Platform } from '../../../shared/domain/team/shop.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../support/memory-store.ts';
import { plansOf } from '../../support/plans-of.ts';
import { beijing } from '../../support/records/an-order.ts';

const AGENT = 'agent-1' as AgentId;
const NO = '3304370000000000009';
const NOW = beijing('2026-06-10 11:00');

const folder = createExportFolder();
afterAll(() => folder.remove());

type Cells = Readonly<Record<string, string>>;

/** A workstation with one paid order, as its platform exports it. */
function aDesk(platform: Platform = 'taobao') {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT, name: '小满' });
  const clock = createFakeClock(NOW);
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform, name: '示例旗舰店' });
  const orderId: OrderId = core.orderIdOf(shop.id, NO);
  const subject = asSubject('order', orderId);
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });

  function commitFile(name: ExportName, cells: Cells) {
    const path = folder.writeCsv(exportGrid(name, [cells]));
    const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    return outcome.run;
  }

  const memoTasks = () => core.stores.tasks.listToDo(subject).filter(({ kind }) => kind === 'memo');

  return {
    core,
    clock,
    shop,
    orderId,
    actor,
    /** The file comes a while after whatever was done before. */
    show(memo: string, others: Cells = {}, afterMs = 20 * MINUTE) {
      clock.advanceBy(afterMs);
      return commitFile('ERA_E', {
        订单编号: NO,
        订单状态: '买家已付款，等待卖家发货',
        订单创建时间: '2026-06-10 10:00:00',
        订单付款时间: '2026-06-10 10:05:00',
        总金额: '88.00',
        买家实付金额: '88.00',
        商家备注: memo,
        ...others,
      });
    },
    commitFile,
    copy: (template: MemoTemplate | null, reason?: string, courier?: string) =>
      core.memos.copy({ orderId, template, reason, courier }, actor()),
    // The order is to be shipped as well.
    toDo: () => memoTasks().map(({ step, reason }) => `${step} ${reason}`),
    memoTask() {
      const [task] = memoTasks();
      if (!task) throw new Error('There is no task');
      return task;
    },
    states: () =>
      core.memos
        .list(null)
        .map(({ fragment, state }) => `${fragment} ${state}`)
        .toReversed(),
    kinds: () => core.stores.activities.listOf(subject).map(({ kind }) => kind),
  };
}

let desk: ReturnType<typeof aDesk>;
beforeEach(() => {
  desk = aDesk();
  desk.show('送袜子一双');
});

describe('O1: a memo is copied whole', () => {
  it('behind the newest imported memo, and is to be written back', () => {
    const copied = desk.copy('unshipped', '不要了');
    expect(copied).toMatchObject({
      fullText: '送袜子一双；不要了+小满/6.10',
      bytes: 39,
      memo: { fragment: '不要了+小满/6.10', flag: 'purple', state: 'copied' },
    });
    expect(desk.toDo()).toEqual(['write 备注还没写到订单：不要了+小满/6.10']);
    expect(desk.kinds()[0]).toBe('memo-copied');
  });

  it('with the courier of the order and the reason of its refund, where none are given', () => {
    desk.show('', {
      订单状态: '卖家已发货，等待买家确认',
      物流公司: '顺丰速运',
      物流单号: 'SF0000000000001',
    });
    desk.commitFile('REFUNDS_2026', {
      订单编号: NO,
      退款编号: '250000000000000002',
      退款的申请时间: '2026-06-10 11:10:00',
      退款状态: '买家已经申请退款，等待卖家同意',
      买家退款原因: '拍错/多拍',
    });
    expect(desk.copy('special').memo.fragment).toBe('顺丰速运+小满/6.10');
    expect(desk.copy('shipped').memo.fragment).toBe('拍错/多拍+小满/6.10');
  });

  it('with what was copied before and is not proven, or pasting it would wipe that out', () => {
    desk.copy('unshipped', '不要了');
    expect(desk.copy('special', '', '顺丰').fullText).toBe('送袜子一双；不要了+小满/6.10；顺丰+小满/6.10');
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied', '顺丰+小满/6.10 copied']);
    expect(verifyStore(desk.core.db, desk.clock.now()).problems).toEqual([]);
    desk.show('送袜子一双；不要了+小满/6.10；顺丰+小满/6.10');
    expect(desk.states()).toEqual(['不要了+小满/6.10 proven', '顺丰+小满/6.10 proven']);
    expect(desk.copy('refundable').fullText).toBe(
      '送袜子一双；不要了+小满/6.10；顺丰+小满/6.10；可退款+小满/6.10',
    );
  });

  it('is one memo where the same words are copied twice', () => {
    const { memo } = desk.copy('unshipped', '不要了');
    expect(desk.copy('unshipped', '不要了')).toMatchObject({
      memo: { id: memo.id },
      fullText: '送袜子一双；不要了+小满/6.10',
    });
    expect(desk.states()).toHaveLength(1);
  });

  it('or not at all: one that is too long changes nothing', () => {
    const before = desk.kinds();
    expect(() => desk.copy('unshipped', '长'.repeat(400))).toThrow('超过上限 1000 字节');
    expect(desk.kinds()).toEqual(before);
    expect(desk.states()).toEqual([]);
  });

  it('is taken back by the one undo', () => {
    const { activityId } = desk.copy('unshipped', '不要了');
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.states()).toEqual([]);
    expect(desk.toDo()).toEqual([]);
  });
});

describe('O1, X4: an import has the last word', () => {
  it('proves a memo that it shows, whether the agent had said so or not', () => {
    desk.copy('unshipped', '不要了');
    desk.show('送袜子一双；不要了＋小满／6.10');
    expect(desk.states()).toEqual(['不要了+小满/6.10 proven']);
    expect(desk.toDo()).toEqual([]);
    expect(desk.kinds()).toContain('memo-proved');
  });

  it('brings one back that it does not show, and again after it was written again', () => {
    desk.copy('unshipped', '不要了');
    const run = desk.show('送袜子一双');
    expect(desk.states()).toEqual(['不要了+小满/6.10 unproven']);
    expect(desk.toDo()).toEqual(['unproven 导入的订单上没有这条备注：不要了+小满/6.10']);
    expect(desk.memoTask().ownerId).toBe(AGENT);

    desk.core.undoImport(run.id, AGENT);
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied']);

    desk.show('送袜子一双');
    expect(desk.copy(null).fullText).toBe('送袜子一双；不要了+小满/6.10');
    expect(desk.toDo()).toEqual(['write 备注还没写到订单：不要了+小满/6.10']);
    desk.show('送袜子一双');
    expect(desk.toDo()).toEqual(['unproven 导入的订单上没有这条备注：不要了+小满/6.10']);
    desk.copy(null);
    desk.show('送袜子一双；不要了+小满/6.10');
    expect(desk.states()).toEqual(['不要了+小满/6.10 proven']);
    expect(desk.toDo()).toEqual([]);
  });

  it('asks nothing of a file without the column, of a file that is older, and of a cell that is cut', () => {
    desk.copy('unshipped', '不要了');
    desk.clock.advanceBy(HOUR);
    const row = { 订单编号: NO, 订单状态: '买家已付款，等待卖家发货', 订单付款时间: '2026-06-10 10:05:00' };
    desk.commitFile('ERA_E_9', row);
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied']);
    desk.show('送袜子一双，不…');
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied']);
  });

  it('takes ten minutes: the platform may not have known yet', () => {
    desk.copy('unshipped', '不要了');
    desk.show('送袜子一双', {}, 8 * MINUTE);
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied']);
  });

  it('looks at the flag where the platform exports one', () => {
    const douyin = aDesk('douyin');
    const show = (memo: string, flag: string) => {
      douyin.clock.advanceBy(20 * MINUTE);
      douyin.commitFile('DOUYIN_75', {
        主订单编号: NO,
        子订单编号: `${NO}1`,
        订单状态: '待发货',
        订单提交时间: '2026-06-10 10:00:00',
        支付完成时间: '2026-06-10 10:05:00',
        旗帜颜色: flag,
        商家备注: memo,
      });
    };
    show('', '灰');
    douyin.copy('unshipped', '不要了');
    show('不要了+小满/6.10', '红');
    expect(douyin.toDo()).toEqual(['unproven 导入的订单是红旗，应为紫旗：不要了+小满/6.10']);
    douyin.copy(null);
    show('不要了+小满/6.10', '紫');
    expect(douyin.states()).toEqual(['不要了+小满/6.10 proven']);
  });
});

describe('O1: the agent says that it is written', () => {
  it('by completing the task, and the next import is asked', () => {
    desk.copy('unshipped', '不要了');
    const { activityId } = desk.core.taskActions.completeTask({ taskId: desk.memoTask().id }, desk.actor());
    expect(desk.states()).toEqual(['不要了+小满/6.10 written']);
    expect(desk.toDo()).toEqual([]);
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied']);
    expect(desk.toDo()).toHaveLength(1);
  });

  it('of all that was copied for the order, because it is one text', () => {
    desk.copy('unshipped', '不要了');
    desk.copy('special', '', '顺丰');
    desk.core.memos.markWritten({ orderId: desk.orderId }, desk.actor());
    expect(desk.states()).toEqual(['不要了+小满/6.10 written', '顺丰+小满/6.10 written']);
    expect(() => desk.core.memos.markWritten({ orderId: desk.orderId }, desk.actor())).toThrow(
      '该订单没有待写回的备注',
    );
  });

  it('and one that an import has not shown waits for the next', () => {
    desk.copy('unshipped', '不要了');
    desk.show('送袜子一双');
    desk.core.taskActions.completeTask({ taskId: desk.memoTask().id }, desk.actor());
    expect(desk.states()).toEqual(['不要了+小满/6.10 written']);
    desk.show('送袜子一双');
    expect(desk.toDo()).toHaveLength(1);
  });
});

describe('O1: a memo that is not needed any more', () => {
  it('is dropped with a reason, which can be taken back', () => {
    const { memo } = desk.copy('unshipped', '不要了');
    const { activityId } = desk.core.memos.drop({ id: memo.id, reason: '客户又要了' }, desk.actor());
    expect(desk.states()).toEqual([]);
    expect(desk.toDo()).toEqual([]);
    expect(desk.copy('special', '', '顺丰').fullText).toBe('送袜子一双；顺丰+小满/6.10');
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.states()).toEqual(['不要了+小满/6.10 copied', '顺丰+小满/6.10 copied']);
  });

  it('is not one that an import has shown', () => {
    const { memo } = desk.copy('unshipped', '不要了');
    desk.show('送袜子一双；不要了+小满/6.10');
    expect(() => desk.core.memos.drop({ id: memo.id, reason: '客户又要了' }, desk.actor())).toThrow(
      '该备注已经导入核实',
    );
  });
});

describe('O1: what the composer starts from', () => {
  it('names the age of the newest file of the shop', () => {
    desk.copy('unshipped', '不要了');
    expect(desk.core.memos.draft(desk.orderId, AGENT)).toMatchObject({
      memo: '送袜子一双',
      pending: [{ fragment: '不要了+小满/6.10', state: 'copied' }],
      likely: 'unshipped',
      agentName: '小满',
      asOfMs: desk.clock.now(),
    });
  });
});

describe('O1: the list of memos', () => {
  it('is found without reading claims of other kinds', () => {
    const [plan] = plansOf((db) => createClaimStore(db).listOfKind('memo'));
    expect(plan).toContain('USING INDEX claims_by_kind');
    expect(plan).not.toContain('TEMP B-TREE');
  });
});
