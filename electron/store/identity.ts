import { hash, randomBytes } from 'node:crypto';
import type {
  CustomerId,
  DeadlineId,
  OrderId,
  ScriptGroupId,
  ScriptId,
  ShopId,
  SubjectId,
  TaskId,
} from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { WantedTask } from '../../shared/domain/tasks/task.ts';
import type { Platform } from '../../shared/domain/team/shop.ts';
import { idAfter, isIdText, toMarkedIdText, toUuid } from './id-text.ts';

/** Name space of every id that two PCs must compute alike (RFC 9562, version 5). */
const NAMESPACE = Buffer.from('6f1d0e0a5b1c4f0f9a3e7d5c2b8a4e61', 'hex');

/** Holds the name space and, after it, the names; longer names are rare and get a buffer of their own. */
const scratch = Buffer.alloc(1024);
NAMESPACE.copy(scratch);

/** UUIDv5 of the names: the same on every PC, so that a later team share needs no renumbering. */
function nameBasedId(...names: readonly string[]): string {
  const text = names.join('\u0000');
  // An import asks for hundreds of thousands of these, and a hash in one go costs half of a hash object.
  const isShort = text.length * 3 <= scratch.length - NAMESPACE.length;
  const input = isShort
    ? scratch.subarray(0, NAMESPACE.length + scratch.write(text, NAMESPACE.length))
    : Buffer.concat([NAMESPACE, Buffer.from(text)]);
  return toMarkedIdText(hash('sha1', input, 'binary'), 5);
}

// Ids that are names of others are hashed in the form that ids had at first, so that every id stays what it was.
let lastShop = { id: '', uuid: '' };

/** An import asks for the orders of one shop. */
function uuidOfShop(id: ShopId): string {
  if (lastShop.id !== id) lastShop = { id, uuid: toUuid(id) };
  return lastShop.uuid;
}

// The brands below are given here and nowhere else: an id has its brand from the names that it was made of.
export const shopIdOf = (platform: Platform, name: string): ShopId =>
  nameBasedId('shop', platform, name) as ShopId;
/** A record that its shop's platform gives a number of its own, such as an order or a refund. */
export const numberedIdOf = <Kind extends string>(kind: Kind, shopId: ShopId, no: string): SubjectId<Kind> =>
  nameBasedId(kind, uuidOfShop(shopId), no) as SubjectId<Kind>;
export const orderIdOf = (shopId: ShopId, no: string): OrderId => numberedIdOf('order', shopId, no);
export const scriptIdOf = (code: string): ScriptId => nameBasedId('script', code) as ScriptId;
export const scriptGroupIdOf = (name: string): ScriptGroupId => nameBasedId('group', name) as ScriptGroupId;
type TaskIdentity = Pick<WantedTask, 'kind' | 'subject' | 'step' | 'occurrence'>;

/** A step that there is once has no occurrence, and an id without one. */
export const taskIdOf = ({ kind, subject, step, occurrence = '' }: TaskIdentity): TaskId =>
  nameBasedId(
    'task',
    kind,
    subject.kind,
    toUuid(subject.id),
    occurrence === '' ? step : `${step}:${toUuid(occurrence)}`,
  ) as TaskId;

/** Each source names one time for a kind of deadline, on every PC the same row. */
export const deadlineIdOf = (subject: SubjectRef, kind: string, source: string): DeadlineId =>
  nameBasedId('deadline', subject.kind, subject.id, kind, source) as DeadlineId;

/** One nick is one person on Taobao and Tmall together; elsewhere it is one per platform. */
export function customerIdOf(platform: Platform, nick: string): CustomerId {
  return nameBasedId('customer', platform === 'tmall' ? 'taobao' : platform, nick) as CustomerId;
}

/** A masked nick does not tell customers apart, so each order that shows one has a customer of its own. */
export function maskedCustomerIdOf(orderId: OrderId): CustomerId {
  return nameBasedId('customer', 'masked', toUuid(orderId)) as CustomerId;
}

/** The last id that `newId` handed out in this thread. */
let last = '';

/**
 * UUIDv7: sorts by the time it was made. Within one millisecond, and where the clock was set back, it counts on from
 * the one before it, so that ids sort in the order in which this thread made them.
 */
export function newId(nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  const id = toMarkedIdText(bytes.toString('latin1'), 7);
  last = id > last ? id : idAfter(last);
  return last;
}

/**
 * The same, and behind another id as well: one that another thread made, or this one before the program was started
 * anew.
 */
export function newIdAfter(before: string, nowMs: number): string {
  if (isIdText(before) && before > last) last = before;
  return newId(nowMs);
}
