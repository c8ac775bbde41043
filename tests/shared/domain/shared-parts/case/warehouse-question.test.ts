import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../shared/domain/orders/order.ts';
import type { CaseFacts } from '../../../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { warehouseQuestion } from '../../../../../shared/domain/shared-parts/case/kinds/warehouse-question.ts';
import { wish } from '../../../../../shared/domain/shared-parts/case/kinds/wish.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../../shared/domain/team/shop.ts';
import { anOrder, beijing } from '../../../../support/records/an-order.ts';

const TIBET = '西藏自治区 那曲市 色尼区';
const SETTINGS = {
  ...DEFAULT_SHOP_SETTINGS,
  warehouse: { cutoff: 16 * 60, coverage: ['中通 西藏 不到', '顺丰 西藏 多3天'] },
};
const factsOf = (order: Partial<Order>): CaseFacts => ({
  order: anOrder({ status: 'paid', receiverAddress: TIBET, ...order }),
  ordersOfCustomer: () => [],
  parcelState: null,
  settings: SETTINGS,
});
const callDue = (now: string, cutoff = '2026-06-10 16:00') =>
  warehouseQuestion.steps['call']?.dueAt?.({ cutoff: beijing(cutoff) }, beijing(now));

describe('O8: a question of the warehouse', () => {
  it.each([
    ['2026-06-10 10:00', '2026-06-10 11:00'],
    ['2026-06-10 15:10', '2026-06-10 15:30'],
    ['2026-06-10 16:30', '2026-06-10 17:30'],
  ])('is asked of the customer within the hour, half an hour before the last parcels go: %s', (now, due) => {
    expect(callDue(now)).toBe(beijing(due));
  });

  it('knows when the last parcels go, the next day once they are gone', () => {
    const cutoffAt = (now: string) => warehouseQuestion.prefill?.(factsOf({}), beijing(now));
    expect(cutoffAt('2026-06-10 10:00')).toEqual({ cutoff: beijing('2026-06-10 16:00') });
    expect(cutoffAt('2026-06-10 16:00')).toEqual({ cutoff: beijing('2026-06-11 16:00') });
  });

  it('says which courier reaches the address, and warns of one that does not', () => {
    expect(warehouseQuestion.derive?.({}, factsOf({}))).toEqual({ reach: '顺丰（多 3 天）' });
    expect(warehouseQuestion.warning?.({}, factsOf({}))).toBe('顺丰（多 3 天）可到，中通不到');
    expect(warehouseQuestion.warning?.({ carrier: '中通' }, factsOf({}))).toBe('店铺登记中通到不了这个地址');
    expect(warehouseQuestion.derive?.({}, factsOf({ receiverAddress: null }))).toEqual({});
  });

  it('is called about three times before the order is kept back, and answered only with an answer', () => {
    const { steps } = warehouseQuestion;
    expect(steps['call']?.next).toContain('call-second');
    expect(steps['call-second']?.next).toContain('call-third');
    expect(steps['call-third']?.next).toContain('on-hold');
    expect(steps['answered']?.needs).toEqual(['answer']);
  });

  it.each([
    [{ status: 'shipped', carrier: '顺丰速运' }, '导入显示已用顺丰速运发出'],
    [{ status: 'shipped', carrier: '中通' }, '导入显示用的是中通，不是顺丰'],
    [{ status: 'shipped', carrier: null }, '导入显示订单已发货，请核对是否按答复发出'],
    [{ status: 'closed' }, '导入显示订单已关闭'],
    [{ extra: { 是否修改过地址: '是' } }, '导入显示客户已自己改了地址'],
    [{}, null],
  ] as const)('hears from an import: %j', (order, news) => {
    const at = { step: 'call', fields: { carrier: '顺丰' }, openedAtMs: beijing('2026-06-10 10:00') };
    expect(warehouseQuestion.news?.(at, factsOf(order))).toBe(news);
  });
});

describe('O3: a wish that couriers have to reach', () => {
  it('says whether they reach the new address, and that the wanted one does not reach the old', () => {
    expect(wish.warning?.({ wish: 'address', newAddress: TIBET }, factsOf({ receiverAddress: null }))).toBe(
      '顺丰（多 3 天）可到，中通不到',
    );
    expect(wish.warning?.({ wish: 'courier', carrier: '中通' }, factsOf({}))).toBe(
      '店铺登记中通到不了这个地址',
    );
    expect(wish.warning?.({ wish: 'courier', carrier: '顺丰' }, factsOf({}))).toBeNull();
  });
});
