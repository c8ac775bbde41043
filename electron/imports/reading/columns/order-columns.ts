import type { OrderField } from '../../../../shared/domain/order.ts';

/** Columns that end in a field of an order together with others, or beside the fields. */
export type OrderHelperColumn =
  | 'no'
  | 'shopName'
  | 'receiverProvince'
  | 'receiverCity'
  | 'receiverDistrict'
  | 'receiverStreet'
  | 'shippingInfo';

export type OrderColumn = OrderField | OrderHelperColumn;

/** Every name that a platform has given the column; where a file has several, the first that is filled wins. */
export const ORDER_COLUMNS = {
  no: ['订单编号', '订单号', '主订单编号'],
  shopName: ['店铺名称'],
  status: ['订单状态'],
  platformStatus: ['订单状态'],
  closeReason: ['订单关闭原因', '取消原因'],
  afterSalesStatus: ['售后状态'],
  customerNick: ['买家会员名', '下单帐号', '下单账号'],
  customerDisplayName: ['买家会员昵称'],
  customerAlipay: ['买家支付宝账号'],
  placedAtMs: ['订单创建时间', '订单提交时间', '下单时间', '订单成交时间', '拼单成功时间'],
  paidAtMs: ['订单付款时间', '支付完成时间', '支付时间', '付款确认时间', '订单成交时间', '拼单成功时间'],
  shipDeadlineAtMs: ['应发货时间', '承诺发货时间'],
  shippedAtMs: ['发货时间'],
  completedAtMs: ['确认收货时间', '订单完成时间'],
  goodsFen: ['买家应付货款', '商品金额', '商品总价(元)'],
  postageFen: ['买家应付邮费', '运费', '邮费(元)', '运费金额'],
  // 拼多多 exports what was really owed only as what was paid.
  payableFen: ['总金额', '总金额(旧版)', '订单应付金额', '应付金额', '订单金额', '用户实付金额(元)'],
  paidFen: ['买家实付金额', '买家实际支付金额', '用户实付金额(元)'],
  refundFen: ['退款金额'],
  settledFen: ['确认收货打款金额', '打款商家金额', '商家实收金额(元)', '结算金额'],
  itemTitle: ['商品标题', '宝贝标题', '选购商品', '商品名称', '商品'],
  itemCount: ['宝贝总数量', '商品数量', '商品数量(件)', '订购数量'],
  itemKinds: ['宝贝种类'],
  sku: ['商品属性SKU', '商品规格', '商品属性'],
  merchantCode: ['商家编码', '商家编码-规格维度', '商家编码-SKU维度', '商家SKUID'],
  receiverName: ['收货人姓名', '收件人', '收货人', '客户姓名'],
  receiverMobile: ['联系手机', '收件人手机号', '手机'],
  receiverPhone: ['联系电话'],
  receiverAddress: ['收货地址', '详细地址', '客户地址'],
  receiverProvince: ['省'],
  receiverCity: ['市'],
  receiverDistrict: ['区'],
  receiverStreet: ['街道'],
  customerMessage: ['买家留言', '主订单买家留言'],
  memo: ['商家备注', '订单备注', '商家备忘', '卖家备注'],
  memoTag: ['备注标签'],
  flag: ['卖家旗帜', '旗帜颜色', '商家备注等级(等级1-5为由高到低)', '商家备注等级'],
  trackingNo: ['物流单号', '快递单号'],
  carrier: ['物流公司', '快递公司'],
  shippingInfo: ['快递信息'],
  paymentNo: ['支付单号', '支付ID'],
  paymentDetail: ['支付详情'],
} as const satisfies Record<OrderColumn, readonly string[]>;
