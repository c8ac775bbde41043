import type { EpochMs } from '../../time/clock.ts';
import { DAY } from '../../time/durations.ts';
import type { ParcelSettings } from '../settings/shop/parcel.ts';
import { asSubject } from '../subjects/subject.ts';
import type { Rule, Settlement } from '../tasks/rule.ts';
import type { WantedTask } from '../tasks/task.ts';
import type { ShopSettings } from '../team/shop.ts';
import { isDisputed, type Parcel, type ParcelOrder, shownStateOf } from './parcel.ts';
import { type ParcelState, parcelStateOf } from './parcel-words.ts';

/** Everything that the rules about a parcel may look at. */
export type ParcelSubject = { readonly parcel: Parcel; readonly settings: ShopSettings };

export type ParcelRule = Rule<ParcelSubject>;

/** Where carriers take a day longer than elsewhere. */
const REMOTE = /^(?:新疆|西藏|青海|宁夏|甘肃|内蒙古|海南)/u;

/** After so long without a scan a parcel on its way has stopped. */
export const stalledAfterMs = ({ order }: Parcel, settings: ParcelSettings): number =>
  REMOTE.test(order?.receiverAddress ?? '') ? settings.stalledRemoteMs : settings.stalledMs;

export const shippedAtMsOf = ({ shippedAtMs, order }: Parcel): EpochMs | null =>
  shippedAtMs ?? order?.shippedAtMs ?? null;

/** By then it should have come, a day of grace counted; `null`: nobody has said when it was sent. */
export function overdueFromMs(sentAtMs: EpochMs | null, { carrierDays }: ParcelSettings): EpochMs | null {
  return sentAtMs === null ? null : sentAtMs + (carrierDays + 1) * DAY;
}

/** Why nothing is to do about a parcel any more; `null`: it goes on. */
export function parcelSettlement({ parcel }: ParcelSubject): Settlement | null {
  // The return is awaited by the rules about its refund.
  if (parcel.isBack) return { reason: '退货包裹，按退款跟进', isFinal: false };
  if (isDisputed(parcel)) return null;
  if (parcelStateOf(parcel) === 'signed') return { reason: '包裹已签收', isFinal: false };
  const status = parcel.order?.status;
  if (status === 'completed') return { reason: '订单已完成', isFinal: false };
  if (status === 'closed') return { reason: '订单已关闭', isFinal: false };
  return null;
}

export const parcelAtRiskFen = ({ order }: Parcel): number => order?.paidFen ?? 0;

/** A task about the parcel, as a rule wants it. */
export const parcelTask = (
  { id }: Pick<Parcel, 'id'>,
  task: Omit<WantedTask, 'subject' | 'advice'>,
): WantedTask => ({ ...task, subject: asSubject('parcel', id), advice: null });

/** How far the parcel is at the time, as far as files and dates can say: what has not moved for long has stopped. */
export function parcelStateAt({ parcel, settings }: ParcelSubject, nowMs: EpochMs): ParcelState {
  const state = shownStateOf(parcel);
  const { lastAtMs } = parcel;
  if (state === 'moving' || state === 'delivering') {
    const hasStopped = lastAtMs !== null && lastAtMs + stalledAfterMs(parcel, settings.parcel) <= nowMs;
    return hasStopped ? 'stalled' : state;
  }
  if (state !== 'unknown' || parcel.order === null) return state;
  return stateByDate({ ...parcel.order, shippedAtMs: shippedAtMsOf(parcel) }, settings.parcel, nowMs);
}

/** Of a parcel that only its order names, dates can prove that it is late and nothing else. */
export function stateByDate(
  { status, shippedAtMs }: Pick<ParcelOrder, 'status' | 'shippedAtMs'>,
  settings: ParcelSettings,
  nowMs: EpochMs,
): ParcelState {
  const fromMs = overdueFromMs(shippedAtMs, settings);
  return status === 'shipped' && fromMs !== null && fromMs <= nowMs ? 'overdue' : 'unknown';
}
