import type { OrderFields } from '../../../../../shared/domain/orders/order.ts';
import { parseFlag } from '../../../reading/cells/parse-text.ts';
import type { FieldTable } from '../../field.ts';
import { ofStatus } from './read-status.ts';

const NO_CLOSE_REASON = '订单未关闭';

/** All that an export can say about an order, in the order in which the preview names changes. */
export const ORDER_FIELDS = {
  status: {
    label: '状态',
    aliases: ['订单状态'],
    reads: ofStatus('status'),
    merge: ['apart'],
  },
  platformStatus: {
    label: '平台状态',
    aliases: ['订单状态'],
    reads: ofStatus('platformStatus'),
    merge: ['apart'],
  },
  closeReason: {
    label: '关闭原因',
    aliases: ['订单关闭原因', '取消原因'],
    reads: () => (text) => (text === NO_CLOSE_REASON ? null : text),
    merge: ['stage'],
  },
  afterSalesStatus: { label: '售后状态', aliases: ['售后状态'], reads: 'text' },
  customerNick: {
    label: '客户昵称',
    aliases: ['买家会员名', '下单帐号', '下单账号'],
    reads: 'text',
    merge: ['unmask'],
  },
  customerDisplayName: { label: '客户姓名', aliases: ['买家会员昵称'], reads: 'text', merge: ['unmask'] },
  customerAlipay: { label: '支付账号', aliases: ['买家支付宝账号'], reads: 'text', merge: ['unmask'] },
  placedAtMs: {
    label: '下单时间',
    aliases: ['订单创建时间', '订单提交时间', '下单时间', '订单成交时间', '拼单成功时间'],
    reads: 'time',
    merge: ['coarser-time'],
  },
  paidAtMs: {
    label: '付款时间',
    aliases: ['订单付款时间', '支付完成时间', '支付时间', '付款确认时间', '订单成交时间', '拼单成功时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  shipDeadlineAtMs: {
    label: '发货期限',
    aliases: ['应发货时间', '承诺发货时间', '最晚发货时间'],
    reads: 'deadline',
  },
  shippedAtMs: {
    label: '发货时间',
    aliases: ['发货时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  completedAtMs: {
    label: '完成时间',
    aliases: ['确认收货时间', '订单完成时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  goodsFen: { label: '货款', aliases: ['买家应付货款', '商品金额', '商品总价(元)'], reads: 'amount' },
  postageFen: { label: '邮费', aliases: ['买家应付邮费', '运费', '邮费(元)', '运费金额'], reads: 'amount' },
  payableFen: {
    label: '应付金额',
    // 拼多多 exports what was really owed only as what was paid.
    aliases: ['总金额', '总金额(旧版)', '订单应付金额', '应付金额', '订单金额', '用户实付金额(元)'],
    reads: 'amount',
  },
  paidFen: {
    label: '实付金额',
    aliases: ['买家实付金额', '买家实际支付金额', '用户实付金额(元)'],
    reads: 'amount',
    merge: ['stage'],
  },
  refundFen: { label: '退款金额', aliases: ['退款金额'], reads: 'amount' },
  settledFen: {
    label: '结算金额',
    aliases: ['确认收货打款金额', '打款商家金额', '商家实收金额(元)', '结算金额'],
    reads: 'amount',
  },
  itemTitle: {
    label: '商品标题',
    aliases: ['商品标题', '宝贝标题', '选购商品', '商品名称', '商品'],
    reads: 'text',
  },
  itemCount: {
    label: '商品件数',
    aliases: ['宝贝总数量', '商品数量', '商品数量(件)', '订购数量'],
    reads: 'count',
  },
  itemKinds: { label: '商品种类', aliases: ['宝贝种类'], reads: 'count' },
  sku: { label: '规格', aliases: ['商品属性SKU', '商品规格', '商品属性'], reads: 'sku' },
  merchantCode: {
    label: '商家编码',
    aliases: ['商家编码', '商家编码-规格维度', '商家编码-SKU维度', '商家SKUID'],
    reads: 'text',
  },
  receiverName: {
    label: '收货人',
    aliases: ['收货人姓名', '收件人', '收货人', '客户姓名'],
    reads: 'text',
    merge: ['unmask'],
  },
  receiverMobile: {
    label: '收货手机',
    aliases: ['联系手机', '收件人手机号', '手机'],
    reads: 'platform-no',
    merge: ['unmask'],
  },
  receiverPhone: { label: '收货电话', aliases: ['联系电话'], reads: 'platform-no', merge: ['unmask'] },
  receiverAddress: {
    label: '收货地址',
    aliases: ['收货地址', '详细地址', '客户地址'],
    reads: 'address',
    merge: ['unmask'],
  },
  customerMessage: { label: '客户留言', aliases: ['买家留言', '主订单买家留言'], reads: 'text' },
  memo: {
    label: '备注',
    aliases: ['商家备注', '订单备注', '商家备忘', '卖家备注'],
    reads: 'text',
    merge: ['emptied-by-agents'],
  },
  memoTag: { label: '备注标签', aliases: ['备注标签'], reads: 'text', merge: ['emptied-by-agents'] },
  flag: {
    label: '旗帜',
    aliases: ['卖家旗帜', '旗帜颜色', '商家备注等级(等级1-5为由高到低)', '商家备注等级'],
    reads: () => parseFlag,
    merge: ['emptied-by-agents'],
  },
  trackingNo: {
    label: '快递单号',
    aliases: ['物流单号', '快递单号'],
    reads: 'tracking-no',
  },
  carrier: { label: '快递公司', aliases: ['物流公司', '快递公司'], reads: 'text' },
  paymentNo: { label: '支付单号', aliases: ['支付单号', '支付ID'], reads: 'platform-no' },
  paymentDetail: { label: '支付详情', aliases: ['支付详情'], reads: 'text' },
} as const satisfies FieldTable<OrderFields>;

/** Columns that end in a field of an order together with others, or beside the fields. */
export const ORDER_HELPERS = {
  shopName: ['店铺名称'],
  receiverProvince: ['省'],
  receiverCity: ['市'],
  receiverDistrict: ['区'],
  receiverStreet: ['街道'],
  shippingInfo: ['快递信息'],
} as const;

export const ORDER_NO = ['订单编号', '订单号', '主订单编号'] as const;
