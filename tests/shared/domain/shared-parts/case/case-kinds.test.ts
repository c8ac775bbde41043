import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../shared/domain/orders/order.ts';
import type { CaseFields } from '../../../../../shared/domain/shared-parts/case/case-field-values.ts';
import {
  fieldsProblem,
  requiredFields,
  tidyFields,
} from '../../../../../shared/domain/shared-parts/case/case-fields.ts';
import { caseText, unknownNames } from '../../../../../shared/domain/shared-parts/case/case-text.ts';
import { cancellation } from '../../../../../shared/domain/shared-parts/case/kinds/cancellation.ts';
import type {
  CaseFacts,
  CaseKindSpec,
} from '../../../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS } from '../../../../../shared/domain/shared-parts/case/kinds/index.ts';
import { wish } from '../../../../../shared/domain/shared-parts/case/kinds/wish.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../../shared/domain/team/shop.ts';
import { anOrder, beijing } from '../../../../support/records/an-order.ts';

const NOON = beijing('2026-06-10 12:00');
const factsOf = (order: Partial<Order> | null, rest: Partial<CaseFacts> = {}): CaseFacts => ({
  order: order === null ? null : anOrder({ status: 'paid', paidAtMs: beijing('2026-06-10 10:00'), ...order }),
  ordersOfCustomer: () => [],
  parcelState: null,
  settings: DEFAULT_SHOP_SETTINGS,
  ...rest,
});

const KINDS: readonly (readonly [string, CaseKindSpec])[] = Object.entries(CASE_KIND_SPECS);

describe('every kind of case', () => {
  it.each(KINDS)(
    'names in its words only what can be filled in, and asks only for its own fields: %s',
    (_, spec) => {
      const steps = Object.values(spec.steps);
      expect(steps.flatMap(({ text = '' }) => unknownNames(text, spec))).toEqual([]);
      const asked = [
        ...steps.flatMap(({ asks = [], needs = [] }) => [...asks, ...needs]),
        ...requiredFields(spec),
      ];
      expect(asked.filter((key) => !Object.hasOwn(spec.fields, key))).toEqual([]);
    },
  );

  it.each(KINDS)('suggests a step that can follow: %s', (_, spec) => {
    const choices = Object.entries(spec.fields).flatMap(([key, { input }]) =>
      input.kind === 'choice' ? [[key, fc.constantFrom(...Object.keys(input.labels))] as const] : [],
    );
    const fields = fc.record(Object.fromEntries(choices), { requiredKeys: [] });
    const statuses = fc.constantFrom<Order['status']>('unpaid', 'paid', 'shipped', 'completed', 'closed');
    const strays: string[] = [];
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(spec.steps)), fields, statuses, (step, given, status) => {
        const suggested = spec.suggest?.({ step, fields: given as CaseFields }, factsOf({ status })) ?? null;
        if (suggested !== null && !spec.steps[step]?.next.includes(suggested)) strays.push(suggested);
      }),
    );
    expect(strays).toEqual([]);
  });
});

describe('the fields of a case', () => {
  const problem = (fields: CaseFields) => fieldsProblem(cancellation, fields, requiredFields(cancellation));

  it.each([
    [{ reason: 'late', wants: 'cancel', stage: 'unknown' }, null],
    [{ reason: 'late', wants: 'cancel' }, '请填写「订单阶段」'],
    [
      { colour: 'red' },
      '没有名为「colour」的项目，可填：reason、wants、stage、line、exchange、freightPayer、freightFen、freightNote',
    ],
    [{ constructor: 'red' }, expect.stringContaining('没有名为「constructor」的项目')],
    [{ reason: 'sad' }, '「撤单原因」不在可选项中：不想要了、拍错、发货慢、商品问题、其他'],
    [{ freightFen: -1 }, '「运费」须为不小于 0 的金额'],
    [{ line: 3 }, '「只撤一件」须为文字'],
  ])('are held to the kind: %j', (fields, expected) => {
    expect(problem(fields as unknown as CaseFields)).toEqual(expected);
  });

  it('say nothing where they are blank', () => {
    expect(tidyFields({ line: '  ', exchange: ' 蓝色 M ' })).toEqual({ exchange: '蓝色 M' });
  });
});

describe('O2: a cancellation', () => {
  it.each([
    { when: 'before it is paid', order: { status: 'unpaid' }, nowMs: NOON, stage: 'unpaid' },
    { when: 'before the shop prints what is paid on the day', order: {}, nowMs: NOON, stage: 'unprinted' },
    { when: 'later, when nobody can know', order: {}, nowMs: beijing('2026-06-10 16:00'), stage: 'unknown' },
    { when: 'on its way', order: { status: 'shipped' }, nowMs: NOON, stage: 'shipped' },
    { when: 'received', order: { status: 'completed' }, nowMs: NOON, stage: 'signed' },
  ] as const)('knows how far the order is: $when', ({ order, nowMs, stage }) => {
    expect(cancellation.prefill?.(factsOf(order), nowMs)).toEqual({ stage });
  });

  it('knows of a parcel that is with the courier who brings it', () => {
    const facts = factsOf({ status: 'shipped' }, { parcelState: 'delivering' });
    expect(cancellation.prefill?.(facts, NOON)).toEqual({ stage: 'at-branch' });
  });

  it.each([
    ['not-wanted', 'shipped', 'shop'],
    ['not-wanted', 'at-branch', 'buyer'],
    ['ordered-wrong', 'signed', 'buyer'],
    ['quality', 'signed', 'shop'],
    ['not-wanted', 'unprinted', 'none'],
  ])('lets pay for the way back by the rule: %s, %s → %s', (reason, stage, freightPayer) => {
    expect(cancellation.derive?.({ reason, stage }, factsOf({}))).toEqual({ reason, stage, freightPayer });
  });

  it('lets somebody else pay only with a note', () => {
    const fields = { reason: 'not-wanted', stage: 'at-branch', freightPayer: 'shop' };
    expect(cancellation.problem?.(fields, factsOf({}))).toBe(
      '按规则运费由客户承担，改为其他须填写「运费说明」',
    );
    expect(cancellation.problem?.({ ...fields, freightNote: '老客' }, factsOf({}))).toBeNull();
  });

  it('hears from an import that the order is closed, or gone out while the warehouse was asked', () => {
    const newsOf = (order: Partial<Order>, step: string) =>
      cancellation.news?.({ step, fields: { stage: 'unknown' }, openedAtMs: NOON }, factsOf(order));
    expect(newsOf({ status: 'closed' }, 'refund-asked')).toBe('导入显示订单已关闭');
    expect(newsOf({ status: 'shipped', trackingNo: 'SF1' }, 'warehouse-asked')).toBe(
      '导入显示订单已发货，单号 SF1',
    );
    expect(newsOf({ status: 'shipped' }, 'recall-asked')).toBeNull();
    expect(newsOf({ paidFen: 100, refundFen: 100 }, 'arrived')).toBe('导入显示已全额退款');
    expect(newsOf({ paidFen: 100, refundFen: 30 }, 'arrived')).toBeNull();
  });

  it('warns of goods that nobody calls back', () => {
    expect(cancellation.warning?.({}, factsOf({ itemTitle: '定制刻字水杯' }))).toContain('通常不能撤');
    expect(cancellation.warning?.({}, factsOf({ itemTitle: '水杯' }))).toBeNull();
  });
});

describe('O3: a wish', () => {
  const DAY_AFTER = beijing('2026-06-12 12:00');

  it('is refused where the shop does not do so, and needs what it is about', () => {
    const orderChange = { ...DEFAULT_SHOP_SETTINGS.orderChange, accessory: 'no' as const };
    const facts = factsOf({}, { settings: { ...DEFAULT_SHOP_SETTINGS, orderChange } });
    expect(wish.problem?.({ wish: 'accessory' }, facts)).toContain('不接受「加配件或赠品」');
    expect(wish.problem?.({ wish: 'courier' }, facts)).toBe('「指定快递」请填写「指定快递」');
    expect(wish.problem?.({ wish: 'ship-today' }, facts)).toBe('「今天发出」请填写「约定时间」');
    expect(wish.warning?.({ wish: 'split' }, facts)).toBe('店铺设置为须先请示主管');
  });

  it('needs the words of the customer where it is later than the order has to be shipped', () => {
    const facts = factsOf({ shipDeadlineAtMs: beijing('2026-06-11 12:00') });
    const fields = { wish: 'ship-on-date', at: DAY_AFTER };
    expect(wish.problem?.(fields, facts)).toContain('「客户同意的原话」');
    expect(wish.problem?.({ ...fields, quote: '可以，12 号发就行' }, facts)).toBeNull();
  });

  it('asks for those words by the rule of the shop as well, and not within it', () => {
    const fields = { wish: 'ship-on-date', at: beijing('2026-06-20 12:00') };
    expect(wish.problem?.(fields, factsOf({}))).toContain('「客户同意的原话」');
    expect(wish.problem?.({ ...fields, at: beijing('2026-06-11 12:00') }, factsOf({}))).toBeNull();
  });

  it('has no news once it is over, and for today a reminder an hour before', () => {
    const sent = factsOf({ status: 'shipped', shippedAtMs: NOON });
    const fields = { wish: 'ship-on-date', at: DAY_AFTER };
    expect(wish.news?.({ step: 'declined', fields, openedAtMs: NOON }, sent)).toBeNull();
    expect(wish.reminders?.({ step: 'arrange', fields: { wish: 'ship-today', at: NOON } })).toMatchObject([
      { atMs: beijing('2026-06-10 11:00') },
    ]);
  });

  it('is looked at on the afternoon before, and two hours after its time', () => {
    expect(wish.reminders?.({ step: 'confirmed', fields: { wish: 'ship-on-date', at: DAY_AFTER } })).toEqual([
      { key: 'day-before', atMs: beijing('2026-06-11 15:00'), text: '客户约定 06-12 发货，明天发' },
    ]);
    expect(wish.steps['confirmed']?.dueAt?.({ at: DAY_AFTER }, NOON)).toBe(beijing('2026-06-12 14:00'));
  });

  it.each([
    [
      { wish: 'ship-on-date', at: DAY_AFTER },
      { shippedAtMs: beijing('2026-06-12 20:00') },
      '导入显示已按约定发货',
    ],
    [{ wish: 'ship-on-date', at: DAY_AFTER }, { shippedAtMs: NOON }, '导入显示 06-10 发货，不是约定的 06-12'],
    [{ wish: 'courier', carrier: '顺丰' }, { carrier: '顺丰速运' }, '导入显示已用顺丰速运发出'],
    [{ wish: 'courier', carrier: '顺丰' }, { carrier: '中通' }, '导入显示用的是中通，不是顺丰'],
    [
      { wish: 'address' },
      { status: 'paid' as const, extra: { 是否修改过地址: '是' } },
      '导入显示客户已自己改了地址',
    ],
    [{ wish: 'gift-note' }, {}, '导入显示订单已发货，请核对有没有照办'],
    [{ wish: 'gift-note' }, { status: 'paid' as const }, null],
  ])('is checked by the next import: %j', (fields, order, news) => {
    expect(
      wish.news?.({ step: 'confirmed', fields, openedAtMs: NOON }, factsOf({ status: 'shipped', ...order })),
    ).toBe(news);
  });
});

describe('the words of a step', () => {
  const known = {
    order: anOrder({ no: '33', customerNick: '山间一壶茶', carrier: null }),
    shopName: null,
    agentName: '小满',
    moment: () => '明天 9:00',
  };

  it('leave out what is not known, and ask for what cannot be left out', () => {
    const words = (fields: CaseFields) =>
      caseText('{订单号} {客户} {要求}[，快递 {指定快递}]，{快递公司}，{客服}', wish, { ...known, fields });
    expect(words({ wish: 'courier', carrier: '顺丰' })).toBe(
      '33 山间一壶茶 指定快递，快递 顺丰，【快递公司】，小满',
    );
    expect(words({ wish: 'address' })).toBe('33 山间一壶茶 改地址，【快递公司】，小满');
  });
});
