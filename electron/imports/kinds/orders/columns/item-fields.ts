import type { ItemFields } from '../../../../../shared/domain/orders/order.ts';
import type { FieldTable } from '../../field.ts';
import { ofStatus } from './read-status.ts';

/** All that an export can say about one sub-order. */
export const ITEM_FIELDS = {
  title: { label: '商品标题', aliases: ['商品标题', '标题', '宝贝标题', '选购商品'], reads: 'text' },
  sku: { label: '规格', aliases: ['商品属性', '商品属性SKU', '商品规格'], reads: 'sku' },
  outerCode: { label: '外部编码', aliases: ['外部系统编号', '货号'], reads: 'text' },
  merchantCode: { label: '商家编码', aliases: ['商家编码'], reads: 'text' },
  quantity: { label: '数量', aliases: ['购买数量', '商品数量'], reads: 'count' },
  priceFen: { label: '单价', aliases: ['商品价格', '价格', '商品单价'], reads: 'amount' },
  payableFen: { label: '应付金额', aliases: ['买家应付货款', '订单应付金额'], reads: 'amount' },
  paidFen: { label: '实付金额', aliases: ['买家实付金额', '买家实际支付金额'], reads: 'amount' },
  refundStatus: { label: '退款状态', aliases: ['退款状态', '售后状态'], reads: 'text' },
  refundFen: { label: '退款金额', aliases: ['退款金额'], reads: 'amount' },
  remark: { label: '商品备注', aliases: ['联系方式备注', '备注'], reads: 'text' },
  bundleInfo: { label: '套餐信息', aliases: ['套餐信息'], reads: 'text' },
  productNo: { label: '商品编号', aliases: ['商品ID'], reads: 'platform-no' },
  // A row says these of its order and means the part: `readOrderRow` copies them.
  status: { label: '状态', aliases: [], reads: ofStatus('status'), merge: ['apart'] },
  platformStatus: { label: '平台状态', aliases: [], reads: ofStatus('platformStatus'), merge: ['apart'] },
  closeReason: { label: '关闭原因', aliases: [], reads: 'text' },
  goodsFen: { label: '货款', aliases: [], reads: 'amount' },
  postageFen: { label: '邮费', aliases: [], reads: 'amount' },
  shipDeadlineAtMs: { label: '发货期限', aliases: [], reads: 'deadline' },
  shippedAtMs: { label: '发货时间', aliases: [], reads: 'time', merge: ['coarser-time'] },
  completedAtMs: { label: '完成时间', aliases: [], reads: 'time', merge: ['coarser-time'] },
  trackingNo: { label: '快递单号', aliases: [], reads: 'tracking-no' },
  carrier: { label: '快递公司', aliases: [], reads: 'text' },
} as const satisfies FieldTable<ItemFields>;

/** Classic files call the main order 订单编号; newer ones carry 主订单编号 beside the number of the sub-order. */
export const ITEM_NO = ['主订单编号', '订单编号'] as const;
export const SUB_NO = ['子订单编号'] as const;
