import type { ItemFields, OrderField } from '../../../shared/domain/order.ts';

const ORDER_FIELD_LABELS = {
  status: '状态',
  platformStatus: '平台状态',
  closeReason: '关闭原因',
  afterSalesStatus: '售后状态',
  customerNick: '客户昵称',
  customerDisplayName: '客户姓名',
  customerAlipay: '支付账号',
  placedAtMs: '下单时间',
  paidAtMs: '付款时间',
  shipDeadlineAtMs: '发货期限',
  shippedAtMs: '发货时间',
  completedAtMs: '完成时间',
  goodsFen: '货款',
  postageFen: '邮费',
  payableFen: '应付金额',
  paidFen: '实付金额',
  refundFen: '退款金额',
  settledFen: '结算金额',
  itemTitle: '商品标题',
  itemCount: '商品件数',
  itemKinds: '商品种类',
  sku: '规格',
  merchantCode: '商家编码',
  receiverName: '收货人',
  receiverMobile: '收货手机',
  receiverPhone: '收货电话',
  receiverAddress: '收货地址',
  customerMessage: '客户留言',
  memo: '备注',
  memoTag: '备注标签',
  flag: '旗帜',
  trackingNo: '快递单号',
  carrier: '快递公司',
  paymentNo: '支付单号',
  paymentDetail: '支付详情',
} as const satisfies Record<OrderField, string>;

const ITEM_FIELD_LABELS = {
  title: '商品标题',
  sku: '规格',
  outerCode: '外部编码',
  merchantCode: '商家编码',
  quantity: '数量',
  priceFen: '单价',
  payableFen: '应付金额',
  paidFen: '实付金额',
  refundStatus: '退款状态',
  refundFen: '退款金额',
  remark: '商品备注',
  bundleInfo: '套餐信息',
  productNo: '商品编号',
} as const satisfies Record<keyof ItemFields, string>;

const LABELS = new Map<string, string>(
  Object.entries({ ...ITEM_FIELD_LABELS, ...ORDER_FIELD_LABELS, extra: '其他列' }),
);

/** A column that the app does not know by name is shown by its own header. */
export function fieldLabel(field: string): string {
  return LABELS.get(field) ?? field;
}
