import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '../../../../shared/domain/orders/order.ts';
import { orderStatusWord } from '../../../../shared/domain/orders/status-words.ts';

const statusOf = (text: string) => orderStatusWord(text)?.status;

describe('Q12: statuses that stand in a list', () => {
  it.each<[string, OrderStatus, string]>([
    ['等待买家付款', 'unpaid', '等待买家付款'],
    ['未创建支付宝交易', 'unpaid', '未创建支付宝交易'],
    ['待支付', 'unpaid', '待支付'],
    ['买家已付款,等待卖家发货', 'paid', '买家已付款，等待卖家发货'],
    [' 买家已付款， 等待卖家发货', 'paid', '买家已付款，等待卖家发货'],
    ['卖家部分发货', 'paid', '卖家部分发货'],
    ['备货中', 'paid', '备货中'],
    ['等待出库', 'paid', '等待出库'],
    ['卖家已发货,等待买家确认', 'shipped', '卖家已发货，等待买家确认'],
    ['买家已签收', 'shipped', '买家已签收'],
    ['已发货,待收货', 'shipped', '已发货，待收货'],
    ['等待确认收货', 'shipped', '等待确认收货'],
    ['交易成功', 'completed', '交易成功'],
    ['完成', 'completed', '完成'],
    ['交易关闭', 'closed', '交易关闭'],
    ['未发货，退款成功', 'closed', '未发货，退款成功'],
    ['(删除)等待出库', 'closed', '（删除）等待出库'],
  ])('%s is %s', (text, status, platformStatus) => {
    expect(orderStatusWord(text)).toEqual({ status, platformStatus, isNew: false });
  });
});

describe('F06: what a platform writes in brackets says how the order is treated', () => {
  it.each<[string, OrderStatus, string]>([
    ['(锁定)等待出库', 'paid', '（锁定）等待出库'],
    ['（暂停）等待出库', 'paid', '（暂停）等待出库'],
    ['(锁定)等待确认收货', 'shipped', '（锁定）等待确认收货'],
    ['【挂起】待发货', 'paid', '【挂起】待发货'],
    ['等待出库（锁定）', 'paid', '等待出库（锁定）'],
  ])('%s is %s, and keeps its word', (text, status, platformStatus) => {
    expect(orderStatusWord(text)).toEqual({ status, platformStatus, isNew: false });
  });

  it('ends an order that was deleted or cancelled, whatever stands behind', () => {
    for (const text of ['(删除)等待打印', '(取消)等待出库', '（已取消）等待出库', '待发货(买家取消)'])
      expect(statusOf(text)).toBe('closed');
  });
});

describe('F01: a status that is new is understood by its parts, wherever they stand', () => {
  const read = (status: OrderStatus | null, words: string) =>
    words.split(' ').map((word): [string, OrderStatus | null] => [word, status]);
  it.each<[string, OrderStatus | null]>([
    ...read('unpaid', '未支付 等待客户付款 订单待付款 待买家付款'),
    ...read(
      'paid',
      '买家已付款 已支付，待成团 支付成功 付款完成 订单待发货 等待商家发货 已付款，配货完成 待揽收',
    ),
    ...read(
      'paid',
      '尾款已付，待发货 申请取消，待发货 已付款，取消待审核 未发货，退款中 延迟发货 商家备货中',
    ),
    ...read(
      'shipped',
      '全部已发货 商家已出库 已发货，退款中 运输中 已发货，未签收 等待自提 买家拒收 已发货，待付款',
    ),
    ...read('shipped', '货到付款，已发货 已揽收 派送中 已发货，签收失败 发货成功'),
    ...read(
      'completed',
      '已签收 客户已签收 签收 确认收货 系统自动收货 已收货，待评价 订单已完成 已完成付款，交易完成',
    ),
    ...read('completed', '已收货，部分退款 已收货，退款关闭 交易成功，售后关闭 已签收，售后中 待评价'),
    ...read(
      'closed',
      '系统关闭 订单取消 已取消，待退款 超时自动取消 买家取消订单 已退款 全额退款成功 交易已关闭',
    ),
    ...read('closed', '退货退款成功 已作废 已收货退款成功'),
    ...read(
      null,
      '天知道 交易 __proto__ constructor 待成团 定金已付 待付尾款 申请取消 取消失败 退款关闭 售后关闭',
    ),
    ...read(null, '收货地址待确认 待确认 审核中 付款失败 下单成功 拼团成功 售后完成 无售后或售后取消'),
  ])('%s is %s', (word, status) => {
    expect(statusOf(word)).toBe(status);
  });

  it('says that it is new', () => {
    expect(orderStatusWord('已签收,待评价')).toEqual({
      status: 'completed',
      platformStatus: '已签收，待评价',
      isNew: true,
    });
  });

  it.each(['89.00', '2026-06-10 10:00:00', `已发货${'，请尽快'.repeat(20)}`])(
    'takes %s for the cell of another column',
    (text) => {
      expect(orderStatusWord(text)).toBeUndefined();
    },
  );
});
