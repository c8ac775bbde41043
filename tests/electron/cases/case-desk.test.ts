import { beforeEach, describe, expect, it } from 'vitest';
import { createOccasionLookUp } from '../../../electron/scripts/copying/script-occasion.ts';
import { createCaseListStore } from '../../../electron/store/cases/case-list-store.ts';
import { createCaseStore } from '../../../electron/store/cases/case-store.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { anUnpaidOrder, openShopFloor, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { plansOf } from '../../support/plans-of.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;
let order: SubjectRef;

beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 14:30') });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
  order = asSubject('order', orderOf(main, '山间一壶茶').id);
});

const REQUEST = { kind: 'cancellation', title: '撤单', channel: '旺旺' } as const;
const open = (fields: CallInput<'cases.open'>['fields'] = { reason: 'not-wanted', wants: 'cancel' }) =>
  askMain(main, 'cases.open', { ...REQUEST, links: [order], fields });
const detail = (id: CaseId) => askMain(main, 'cases.detail', { id });
const LIST = { isClosed: false, isOwn: false, kind: null, waitingOn: null, shopId: null, text: '' } as const;
const list = (filter: Partial<typeof LIST> | object = {}) =>
  askMain(main, 'cases.page', { ...LIST, ...filter, offset: 0, limit: 10 });

/** The platform’s next file, with the same order in it. */
function importAgain(change: { readonly paidAtMs?: number; readonly isClosed?: boolean }): void {
  main.clock.advanceBy(5 * MINUTE);
  const again = { ...anUnpaidOrder(0, beijing('2026-06-10 14:30')), ...change };
  importOrders(main, shopNamed(main, '示例旗舰店'), [again]);
}

describe('O2, O11: a case from its order to its end', () => {
  it('begins with what the order tells, and with the words for whoever has to answer', async () => {
    const { id } = await open();
    expect(await detail(id)).toMatchObject({
      openCase: { step: 'asked', fields: { stage: 'unpaid', freightPayer: 'none' } },
      order: { customerNick: '山间一壶茶' },
      suggested: 'close-asked',
      words: null,
      news: null,
      tasks: [{ kind: 'case-step', subject: { kind: 'case', id } }],
    });
    await askMain(main, 'cases.advance', { id, request: { kind: 'advance', to: 'close-asked' } });
    expect((await detail(id)).words).toContain('“我的订单”里关闭就可以');
  });

  it('is due as soon as an import shows what it has waited for', async () => {
    const { id } = await open();
    await askMain(main, 'cases.advance', { id, request: { kind: 'advance', to: 'close-asked' } });
    expect((await detail(id)).tasks).toMatchObject([{ dueAtMs: main.clock.now() + 2 * HOUR }]);
    importAgain({ isClosed: true });
    const { news, tasks } = await detail(id);
    expect(news).toBe('导入显示订单已关闭');
    expect(tasks).toMatchObject([
      { kind: 'case-check', reason: '撤单 · 请客户关闭订单，导入显示订单已关闭', dueAtMs: main.clock.now() },
    ]);
    // An agent who looks again later has read the news.
    const nextCheckAtMs = main.clock.now() + HOUR;
    main.clock.advanceBy(MINUTE);
    await askMain(main, 'cases.advance', { id, request: { kind: 'wait', on: 'customer', nextCheckAtMs } });
    expect((await detail(id)).tasks).toMatchObject([{ dueAtMs: nextCheckAtMs }]);
  });

  it('keeps what is known of it through a step that asks for nothing', async () => {
    const { id } = await open();
    const { fields } = (await detail(id)).openCase;
    await askMain(main, 'cases.advance', { id, request: { kind: 'advance', to: 'close-asked' } });
    expect((await detail(id)).openCase.fields).toEqual(fields);
  });

  it('is edited whole, refused in words where it does not fit, and taken back', async () => {
    const { id } = await open();
    const fields = { reason: 'quality', wants: 'change', stage: 'unpaid', exchange: '蓝色 M' };
    const { activityId } = await askMain(main, 'cases.edit', { id, fields });
    expect((await detail(id)).openCase.fields).toEqual({ ...fields, freightPayer: 'none' });
    expect(await replyOf(main, 'cases.edit', { id, fields: { reason: 'sad' } })).toMatchObject({
      failure: { code: 'invalid-input', message: expect.stringContaining('「撤单原因」') },
    });
    await askMain(main, 'activities.undo', { activityId });
    expect((await detail(id)).openCase.fields).toMatchObject({ reason: 'not-wanted' });
  });

  it('lets pay by the rule anew when the stage changes, and keeps the word of an agent', async () => {
    const { id } = await open({ reason: 'not-wanted', wants: 'cancel', stage: 'unprinted' });
    const payer = async () => (await detail(id)).openCase.fields['freightPayer'];
    const edit = async (change: object) => {
      const { openCase } = await detail(id);
      await askMain(main, 'cases.edit', { id, fields: { ...openCase.fields, ...change } });
    };
    expect(await payer()).toBe('none');
    await edit({ stage: 'shipped' });
    expect(await payer()).toBe('shop');
    await edit({ freightPayer: 'buyer', freightNote: '客户自愿' });
    await edit({ stage: 'at-branch' });
    expect(await payer()).toBe('buyer');
  });

  it('warns while it is being written, of the values as they will be kept', async () => {
    const typed = { type: 'plain-digital', title: '示例有限公司', taxNo: '9133 0100 ma27' };
    const { fields, warning } = await askMain(main, 'cases.prefill', {
      kind: 'invoice',
      links: [order],
      fields: typed,
    });
    expect(fields['taxNo']).toBe('91330100MA27');
    expect(warning).toBe('税号通常是 15、18 或 20 位，这个是 12 位，请和客户核对');
  });

  it('is not opened without what its kind needs', async () => {
    const reply = await replyOf(main, 'cases.open', { ...REQUEST, links: [order], fields: {} });
    expect(reply).toMatchObject({ failure: { message: '请填写「撤单原因」「客户要」' } });
    expect((await list()).total).toBe(0);
  });
});

describe('the list of cases', () => {
  it('finds them by kind, party, customer and order, the next one first', async () => {
    const first = await open();
    await askMain(main, 'cases.advance', { id: first.id, request: { kind: 'advance', to: 'close-asked' } });
    const second = await askMain(main, 'cases.open', {
      ...REQUEST,
      kind: 'other',
      title: '少发赠品',
      links: [order],
      dueAtMs: main.clock.now() + MINUTE,
    });
    const idsOf = async (filter: object) => (await list(filter)).rows.map(({ id }) => id);
    expect(await idsOf({})).toEqual([second.id, first.id]);
    expect(await idsOf({ kind: 'cancellation' })).toEqual([first.id]);
    expect(await idsOf({ waitingOn: 'customer' })).toEqual([first.id]);
    expect(await idsOf({ text: '赠品' })).toEqual([second.id]);
    expect(await idsOf({ text: '一壶茶' })).toEqual([second.id, first.id]);
    expect(await idsOf({ isOwn: true })).toEqual([]);
    expect((await list({ kind: 'cancellation' })).rows).toMatchObject([
      {
        kindLabel: '撤单',
        stepLabel: '请客户关闭订单',
        state: 'waiting',
        waitingOn: 'customer',
        customer: '山间一壶茶',
      },
    ]);
    const closing = {
      cause: '不要了',
      causeNote: null,
      satisfaction: 'satisfied',
      result: null,
      costFen: null,
    } as const;
    await askMain(main, 'cases.advance', { id: first.id, request: { kind: 'advance', to: 'told' } });
    await askMain(main, 'cases.advance', { id: first.id, request: { kind: 'close', closing } });
    expect(await idsOf({ isClosed: true })).toEqual([first.id]);
    const exported = main.core.caseList.table({ ...LIST, isClosed: true }, null).rows[0];
    expect(exported).toContain('不要了');
    expect(exported).toContain('撤单原因：不想要了；客户要：撤单；订单阶段：未付款；运费承担：没有运费');
  });

  it('goes through the index of its order, and through open cases alone when an import asks', () => {
    const filter = { ...LIST, ownerId: null };
    const plans = plansOf((db) => {
      const lists = createCaseListStore(db);
      lists.list({ ...filter, isClosed: false });
      lists.list({ ...filter, isClosed: true });
      createCaseStore(db).listOpenAbout(['order-1']);
    });
    expect(plans[0]).toMatch(/USING INDEX cases_open/);
    expect(plans[1]).toMatch(/USING INDEX cases_closed/);
    expect(plans[2]).toMatch(/USING (COVERING )?INDEX cases_open/);
    expect(plans.join('\n')).not.toMatch(/USE TEMP B-TREE/);
  });
});

describe('X3: the scripts beside a case', () => {
  it('are those of its step and no chase, though its order is unpaid and nobody came by its task', async () => {
    const { id } = await open();
    const orderId = orderOf(main, '山间一壶茶').id;
    const stagesBeside = (caseId: CaseId | null) =>
      createOccasionLookUp({ ...main.core.stores, endsOf: () => () => null })(
        { orderId, taskId: null, reason: null, caseId },
        '小满',
        main.clock.now(),
      ).situation.stages[0];
    expect(stagesBeside(id)).toBe('order-change');
    expect(stagesBeside(null)).toBe('chase-open');
  });
});

describe('O3: a wish for a day', () => {
  it('reminds on the afternoon before, and not any more once it is closed', async () => {
    const at = beijing('2026-06-13 12:00');
    const quote = '13 号发就行';
    const { id } = await askMain(main, 'cases.open', {
      ...REQUEST,
      kind: 'wish',
      title: '特殊要求',
      links: [order],
      fields: { wish: 'ship-on-date', at, quote },
    });
    const reminder = {
      kind: 'case-reminder',
      dueAtMs: beijing('2026-06-12 15:00'),
      reason: '客户约定 06-13 发货，明天发',
    };
    expect((await detail(id)).tasks).toContainEqual(expect.objectContaining(reminder));
    await askMain(main, 'cases.advance', { id, request: { kind: 'advance', to: 'met' } });
    expect((await detail(id)).tasks.filter(({ kind }) => kind === 'case-reminder')).toEqual([]);
  });
});
