import type { RefundFields } from '../../shared/domain/refunds/refund.ts';
import type { FieldTable } from '../imports/kinds/field.ts';

/** All that an export says about a refund, in the order in which the preview names changes: 淘宝 | 抖店 | 拼多多 | 京东. */
export const REFUND_FIELDS: FieldTable<RefundFields> = {
  refundNo: {
    label: '退款编号',
    aliases: ['退款编号', '售后单号', '售后编号', '服务单号'],
    reads: 'platform-no',
  },
  orderNo: { label: '订单号', aliases: ['订单编号', '主订单编号', '订单号'], reads: 'platform-no' },
  subOrderNo: { label: '子订单号', aliases: ['子订单编号', '商品单号', '子订单号'], reads: 'platform-no' },
  platformStatus: { label: '退款状态', aliases: ['退款状态', '售后状态', '服务单状态'], reads: 'text' },
  platformType: {
    label: '售后类型',
    aliases: ['售后类型', '退款类型', '客户期望', '服务类型'],
    reads: 'text',
  },
  needsReturn: { label: '是否需要退货', aliases: ['是否需要退货'], reads: 'text' },
  deadlineAtMs: {
    label: '超时时间',
    aliases: ['超时时间', '自动处理截止时间'],
    reads: 'deadline',
    // The platform empties it when the clock stands still.
    merge: ['emptied-by-agents', 'coarser-time'],
  },
  proofDeadlineAtMs: {
    label: '举证截止',
    aliases: ['举证超时'],
    // It is not evidenced what stands in the column.
    reads: 'time-if-any',
    merge: ['emptied-by-agents', 'coarser-time'],
  },
  refundFen: {
    label: '退款金额',
    aliases: ['退款总额', '买家退款金额', '退商品金额（元）', '退款金额'],
    reads: 'amount',
  },
  freightFen: { label: '退运费', aliases: ['退运费金额（元）'], reads: 'amount' },
  toPlatformFen: { label: '退给平台', aliases: ['退给平台金额', '退支付优惠（元）'], reads: 'amount' },
  paidFen: {
    label: '实付金额',
    aliases: ['买家实际支付金额', '应付金额（元）', '交易金额'],
    reads: 'amount',
  },
  extent: { label: '部分或全部', aliases: ['部分退款/全额退款', '部分退款/全部退款'], reads: 'text' },
  reason: {
    label: '退款原因',
    aliases: ['买家退款原因', '售后原因', '退款原因', '一级申请原因', '申请原因'],
    reads: 'text',
  },
  reasonTag: { label: '原因标签', aliases: ['退款原因标签', '售后原因标签'], reads: 'text' },
  explanation: {
    label: '退款说明',
    aliases: ['买家退款说明', '用户售后说明', '退款说明', '问题描述'],
    reads: 'text',
  },
  goodsState: { label: '货物状态', aliases: ['货物状态'], reads: 'text' },
  shippedState: { label: '发货状态', aliases: ['商品发货状态', '发货状态'], reads: 'text' },
  intervention: { label: '平台介入', aliases: ['客服介入状态', '仲裁状态', '平台介入状态'], reads: 'text' },
  customerNick: {
    label: '客户昵称',
    aliases: ['买家会员名称', '买家会员名'],
    reads: 'text',
    merge: ['unmask'],
  },
  itemTitle: { label: '商品', aliases: ['宝贝标题', '商品标题', '商品名称', '商品'], reads: 'text' },
  handling: { label: '手工或系统退款', aliases: ['手工退款/系统退款'], reads: 'text' },
  isInstant: { label: '极速退款', aliases: ['是否极速退款', '是否零秒响应'], reads: 'text' },
  appliedAtMs: {
    label: '申请时间',
    aliases: ['退款申请时间', '退款的申请时间', '售后申请时间', '服务单申请时间', '申请时间'],
    reads: 'time',
    merge: ['coarser-time'],
  },
  agreedAtMs: {
    label: '同意时间',
    aliases: ['同意售后申请时间', '审核时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  returnSentAtMs: {
    label: '退货时间',
    aliases: ['买家退货时间', '退货发货时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  refundedAtMs: {
    label: '退款时间',
    aliases: ['退款完结时间', '商家退款时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  endedAtMs: {
    label: '完结时间',
    aliases: ['完结时间', '售后完结时间', '售后关闭时间'],
    reads: 'time',
    merge: ['stage', 'coarser-time'],
  },
  returnTrackingNo: { label: '退货物流单号', aliases: ['退货物流单号'], reads: 'tracking-no' },
  returnCarrier: { label: '退货物流公司', aliases: ['退货物流公司'], reads: 'text' },
  returnState: { label: '退货物流状态', aliases: ['退货物流状态'], reads: 'text' },
};

/** Known columns that no field stands for. */
export const REFUND_LONG_TAIL: readonly string[] = [
  // 淘宝 and 天猫
  ...'支付宝交易号 支付单号 订单付款时间 商家编码 商品编码 商品id 退货物流信息 发货物流信息 卖家真实姓名'.split(
    ' ',
  ),
  ...'卖家真实姓名新 卖家真实姓名(新) 卖家退货地址 卖家邮编 卖家电话 卖家手机 责任方 售中或售后 备注标签'.split(
    ' ',
  ),
  ...'商家备注 审核操作人 审核操作人新会员名 退款操作人 退款操作人新会员名 业务类型 是否帮他退款'.split(' '),
  ...'帮他退款操作账号 小额收款 淘特订单 百亿补贴超链退款信息 智能退款策略 执行方案 退给买家金额'.split(' '),
  // 抖店
  ...'商品ID 商品运费（元） 支付优惠（元） 商品税费（元） 退税费金额（元） 退款方式 是否已上传退款凭证'.split(
    ' ',
  ),
  ...'退货异常 用户到账时间 商家退货地址 商家退货联系人姓名 商家退货联系人电话 纠纷责任方 是否拒签后退款'.split(
    ' ',
  ),
  ...'发货物流单号 发货物流状态 换货物流单号 订单备注 售后备注 操作人 协商记录 换货商品信息 门店名称'.split(
    ' ',
  ),
  // 京东
  '商家首次处理时间',
];
