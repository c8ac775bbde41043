import { PARCEL_STATE_LABELS } from '../../../shared/domain/parcels/parcel-words.ts';
import type { FoundParcel } from '../../../shared/ipc/contract/parcel-contract.ts';
import { toBeijingIso } from '../../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';

const parcelJson = (parcel: FoundParcel) => ({
  trackingNo: parcel.trackingNo,
  carrier: parcel.carrier,
  direction: parcel.direction,
  orderNo: parcel.orderNo,
  shop: parcel.shopName,
  customer: parcel.customer,
  state: parcel.state,
  lastText: parcel.lastText,
  lastAt: parcel.lastAtMs === null ? null : toBeijingIso(parcel.lastAtMs),
});

function lineOf({ trackingNo, carrier, direction, orderNo, customer, state, lastText }: FoundParcel): string {
  const way = direction === 'out' ? '发出' : '退回';
  const words = [trackingNo, carrier ?? '快递未知', way, PARCEL_STATE_LABELS[state]];
  return [...words, orderNo ?? '—', customer ?? '—', lastText ?? ''].join('  ').trimEnd();
}

function run({ core, positionals }: Invocation) {
  const text = positionals.join(' ').trim();
  if (text === '') throw new UsageError('请写出要查的单号、尾号、手机尾号或收件人');
  const { rows, missing } = core.findParcels(text);
  const lines = [...rows.map(lineOf), ...missing.map((word) => `没有找到 ${word}`)];
  return done(rows.map(parcelJson), lines.length === 0 ? ['没有可查的单号、尾号或姓名'] : lines);
}

export const parcelsCommand: StoreCommand = {
  name: 'parcels',
  usage: 'parcels TEXT',
  summary: '查包裹：单号、尾号、手机尾号、收件人，可一次粘贴多个',
  help: ['  TEXT         可以是整段文字；多个单号用空格、逗号或换行隔开'],
  options: {},
  run,
};
