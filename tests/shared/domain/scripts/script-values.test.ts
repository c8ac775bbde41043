import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScriptSources, scriptValues } from '../../../../shared/domain/scripts/script-values.ts';
import { SCRIPT_VARIABLES } from '../../../../shared/domain/scripts/script-variables.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aCustomer, anItem, anOrder, beijing } from '../../../support/records/an-order.ts';

const NOW_MS = beijing('2026-06-10 12:00');

function valuesOf(overrides: Partial<ScriptSources> = {}) {
  return scriptValues({
    order: anOrder(),
    items: [],
    customer: aCustomer(),
    shop: { name: '示例旗舰店' },
    agentName: '小满',
    nowMs: NOW_MS,
    closesAtMs: null,
    agreedAtMs: null,
    shipEndAtMs: null,
    ...overrides,
  });
}

describe('X3 values of an order', () => {
  it('says money in yuan, with two digits and without grouping', () => {
    const amounts = [4100, 5, 123_456_789].map(
      (payableFen) => valuesOf({ order: anOrder({ payableFen }) }).金额,
    );
    expect(amounts).toEqual(['41.00', '0.05', '1234567.89']);
  });

  it.each([
    ['2026-06-10 20:30', '今天20:30'],
    ['2026-06-11 00:00', '明天00:00'],
    ['2026-06-12 08:05', '后天08:05'],
    ['2026-06-09 23:59', '昨天23:59'],
    ['2026-06-13 09:00', '6月13日09:00'],
    ['2027-01-02 09:00', '2027年1月2日09:00'],
  ])('says %s as %s', (moment, text) => {
    expect(valuesOf({ agreedAtMs: beijing(moment) }).约定时间).toBe(text);
  });

  it.each([
    [80 * MINUTE + 59_000, '1小时20分钟'],
    [2 * HOUR, '2小时'],
    [9 * MINUTE, '9分钟'],
    [30_000, '不到1分钟'],
    [2 * DAY + 3 * HOUR + MINUTE, '2天3小时'],
    [DAY, '1天'],
  ])('says that %d ms are left as %s, never too much', (leftMs, text) => {
    expect(valuesOf({ closesAtMs: NOW_MS + leftMs }).剩余时间).toBe(text);
  });

  it('says how long a pre-sale has left, and of no other order', () => {
    const presale = anOrder({ status: 'paid', extra: { 预售订单: '是' } });
    const shipEndAtMs = NOW_MS + 3 * DAY + 2 * HOUR;
    const left = [presale, anOrder({ status: 'paid' })].map(
      (order) => valuesOf({ order, shipEndAtMs }).预售剩余,
    );
    expect(left).toEqual(['3天2小时', undefined]);
    expect(valuesOf({ order: presale, shipEndAtMs: NOW_MS }).预售剩余).toBeUndefined();
  });

  it('says nothing about a closing that has passed', () => {
    const values = valuesOf({ closesAtMs: NOW_MS });
    expect([values.剩余时间, values.关闭时间]).toEqual([undefined, undefined]);
  });

  it('leaves out what is not known', () => {
    const bare = scriptValues({
      order: null,
      items: [],
      customer: null,
      shop: null,
      agentName: null,
      nowMs: NOW_MS,
      closesAtMs: null,
      agreedAtMs: null,
      shipEndAtMs: null,
    });
    expect(bare).toEqual({});
    const values = valuesOf({ order: anOrder({ carrier: ' ', payableFen: null }) });
    expect([values.快递公司, values.金额]).toEqual([undefined, undefined]);
  });

  it('never fills what only the agent can say', () => {
    const values = valuesOf();
    expect([values.优惠, values.补差金额]).toEqual([undefined, undefined]);
  });
});

describe('X3 goods', () => {
  it('names one product and its choices', () => {
    const values = valuesOf({
      items: [anItem({ title: '示例水杯', sku: '颜色分类：白色;尺码：大号', quantity: 3 })],
    });
    expect(values).toMatchObject({ 商品: '示例水杯', 规格: '白色；大号', 数量: '3' });
  });

  it('names the first of several and counts the pieces', () => {
    const items = [
      anItem({ title: '示例水杯', sku: '颜色:白色', quantity: 1 }),
      anItem({ lineNo: '#2', title: '示例杯套', sku: '颜色:蓝色', quantity: 2 }),
    ];
    expect(valuesOf({ items })).toMatchObject({ 商品: '示例水杯等3件', 规格: '白色、蓝色', 数量: '3' });
  });

  it('does not count pieces that the file does not tell', () => {
    const items = [anItem({ quantity: null }), anItem({ lineNo: '#2', title: '杯套', quantity: 2 })];
    const values = valuesOf({ order: anOrder({ itemCount: null }), items });
    expect([values.商品, values.数量]).toEqual(['纯棉短袖T恤等2款', undefined]);
  });

  it('takes one product in two sizes for one product', () => {
    const items = [anItem({ sku: '尺码:L' }), anItem({ lineNo: '#2', sku: '尺码:XL' })];
    expect(valuesOf({ items })).toMatchObject({ 商品: '纯棉短袖T恤', 规格: 'L、XL', 数量: '2' });
  });

  it('splits the joined titles of an order export only when it says that they are several', () => {
    const itemTitle = '夏季新款，水杯';
    expect(valuesOf({ order: anOrder({ itemTitle, itemKinds: 1, itemCount: 1 }) }).商品).toBe(itemTitle);
    const order = anOrder({ itemTitle, itemKinds: 2, itemCount: 2 });
    expect(valuesOf({ order }).商品).toBe('夏季新款等2件');
  });

  it('shortens a title that is stuffed with search words', () => {
    const title = '示例水杯大容量便携防漏运动健身户外学生男女通用高颜值2026新款';
    expect(valuesOf({ order: anOrder({ itemTitle: title }) }).商品).toBe('示例水杯');
  });

  it('does not list more kinds than a person would, and asks nobody to', () => {
    const items = ['白', '蓝', '红', '绿'].map((colour, index) =>
      anItem({ lineNo: `#${index}`, sku: `颜色:${colour}` }),
    );
    expect(valuesOf({ items }).规格).toBe('见订单');
  });
});

describe('X3 masked names', () => {
  it('are never said to the customer', () => {
    const order = anOrder({
      customerNick: 't**3',
      receiverName: '林**',
      receiverAddress: '浙江省 杭州市 余杭区 ****',
      customerDisplayName: '小＊李',
    });
    const values = valuesOf({ order, customer: aCustomer({ nick: 't**3', isMasked: true }) });
    expect([values.客户, values.收货人, values.地址]).toEqual([undefined, undefined, undefined]);
  });

  it('give way to any name in full', () => {
    const order = anOrder({ customerNick: 't**3', customerDisplayName: '山间一壶茶' });
    expect(valuesOf({ order, customer: aCustomer({ nick: 't**3', isMasked: true }) }).客户).toBe(
      '山间一壶茶',
    );
  });
});

describe('X3 for any order', () => {
  it('every value has a known name, says something and hides nothing', () => {
    const text = fc.option(fc.string({ maxLength: 30 }));
    const atMs = fc.option(
      fc.integer({ min: beijing('2014-01-01 00:00'), max: beijing('2040-01-01 00:00') }),
    );
    const fields = fc.record({
      customerNick: text,
      receiverName: text,
      receiverAddress: text,
      itemTitle: text,
      sku: text,
      carrier: text,
      placedAtMs: atMs,
      shipDeadlineAtMs: atMs,
      payableFen: fc.option(fc.nat()),
      itemKinds: fc.option(fc.nat(5)),
    });
    fc.assert(
      fc.property(fields, atMs, (order, closesAtMs) => {
        const values = valuesOf({ order: anOrder(order), customer: null, closesAtMs });
        for (const [name, value] of Object.entries(values)) {
          expect(Object.hasOwn(SCRIPT_VARIABLES, name)).toBe(true);
          expect(value.trim()).not.toBe('');
        }
        expect([values.客户, values.收货人, values.地址].join('')).not.toContain('*');
      }),
    );
  });
});
