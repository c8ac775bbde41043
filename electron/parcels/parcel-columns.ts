import type { ParcelFields } from '../../shared/domain/parcels/parcel.ts';
import type { FieldTable } from '../imports/kinds/field.ts';

/**
 * All that a file of logistics or exceptions says about a parcel. No header of 快递100, 菜鸟 or 物流预警 is evidenced, so
 * every name that stands to reason is read.
 */
export const PARCEL_FIELDS: FieldTable<ParcelFields> = {
  trackingNo: {
    label: '快递单号',
    aliases: ['快递单号', '物流单号', '运单号', '运单编号', '快递运单号', '物流运单号', '面单号'],
    reads: 'tracking-no',
  },
  orderNo: {
    label: '订单编号',
    aliases: ['订单编号', '订单号', '主订单编号', '平台订单号', '关联订单号', '店铺订单号'],
    reads: 'platform-no',
  },
  carrier: {
    label: '快递公司',
    aliases: ['快递公司', '物流公司', '承运商', '快递', '快递公司名称', '物流公司名称'],
    reads: 'text',
  },
  exception: {
    label: '异常类型',
    aliases: ['异常类型', '预警类型', '异常原因', '预警原因', '异常状态', '异常'],
    reads: 'text',
    // A full list leaves the cell of a parcel empty once nothing is wrong with it any more.
    merge: ['emptied-by-agents'],
  },
  exceptionAtMs: {
    label: '异常时间',
    aliases: ['异常时间', '预警时间', '异常发生时间'],
    reads: 'time-if-any',
    merge: ['emptied-by-agents', 'coarser-time'],
  },
  status: {
    label: '物流状态',
    aliases: ['物流状态', '快递状态', '运单状态', '签收状态', '轨迹状态', '包裹状态'],
    reads: 'text',
  },
  lastText: {
    label: '最新轨迹',
    aliases: ['最新轨迹', '最新物流', '物流信息', '最新物流信息', '最新轨迹信息', '最后轨迹', '物流轨迹'],
    reads: 'text',
  },
  lastAtMs: {
    label: '最新轨迹时间',
    aliases: ['最新轨迹时间', '更新时间', '最新物流时间', '物流更新时间', '最后轨迹时间', '轨迹更新时间'],
    reads: 'time-if-any',
    merge: ['coarser-time'],
  },
  pickedUpAtMs: {
    label: '揽收时间',
    aliases: ['揽收时间', '揽件时间', '首轨迹时间'],
    reads: 'time-if-any',
    merge: ['coarser-time'],
  },
  signedAtMs: {
    label: '签收时间',
    aliases: ['签收时间', '妥投时间'],
    reads: 'time-if-any',
    merge: ['coarser-time'],
  },
  shippedAtMs: {
    label: '发货时间',
    aliases: ['发货时间', '寄件时间', '发出时间'],
    reads: 'time-if-any',
    merge: ['coarser-time'],
  },
  receiverName: {
    label: '收件人',
    aliases: ['收件人', '收货人', '收货人姓名', '收件人姓名'],
    reads: 'text',
    merge: ['unmask'],
  },
  receiverPhone: {
    label: '收件电话',
    aliases: ['收件电话', '收件人电话', '收件人手机', '收件手机', '收货人手机', '联系手机'],
    reads: 'text',
    merge: ['unmask'],
  },
  /** No column: the review of a row says so. */
  unscanned: { label: '没有物流记录', aliases: [], reads: 'text', merge: ['emptied-by-agents'] },
};
