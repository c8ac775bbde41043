import type { ItemFields } from '../../../../shared/domain/order.ts';

export type ItemColumn = keyof ItemFields | 'no' | 'subNo';

/** Every name that a platform has given the column of a sub-order; the first that is filled wins. */
export const ITEM_COLUMNS = {
  // Classic files call the main order 订单编号; newer ones carry 主订单编号 beside the number of the sub-order.
  no: ['主订单编号', '订单编号'],
  subNo: ['子订单编号'],
  title: ['商品标题', '标题', '宝贝标题', '选购商品'],
  sku: ['商品属性', '商品属性SKU', '商品规格'],
  outerCode: ['外部系统编号', '货号'],
  merchantCode: ['商家编码'],
  quantity: ['购买数量', '商品数量'],
  priceFen: ['商品价格', '价格', '商品单价'],
  payableFen: ['买家应付货款', '订单应付金额'],
  paidFen: ['买家实付金额', '买家实际支付金额'],
  refundStatus: ['退款状态', '售后状态'],
  refundFen: ['退款金额'],
  remark: ['联系方式备注', '备注'],
  bundleInfo: ['套餐信息'],
  productNo: ['商品ID'],
} as const satisfies Record<ItemColumn, readonly string[]>;
