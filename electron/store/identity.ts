import { hash, randomBytes } from 'node:crypto';
import type {
  CustomerId,
  OrderId,
  ScriptGroupId,
  ScriptId,
  ShopId,
  TaskId,
} from '../../shared/domain/ids.ts';
import type { Platform } from '../../shared/domain/shop.ts';
import type { TaskSubject } from '../../shared/domain/task.ts';

/** Name space of every id that two PCs must compute alike (RFC 9562, version 5). */
const NAMESPACE = Buffer.from('6f1d0e0a5b1c4f0f9a3e7d5c2b8a4e61', 'hex');

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** What the 16 bytes of the name space leave to the names; longer ones are rare and get a buffer of their own. */
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
  const digest = hash('sha1', input, 'hex');
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) & 3);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

// The brands below are given here and nowhere else: an id has its brand from the names that it was made of.
export const shopIdOf = (platform: Platform, name: string): ShopId =>
  nameBasedId('shop', platform, name) as ShopId;
export const orderIdOf = (shopId: ShopId, no: string): OrderId => nameBasedId('order', shopId, no) as OrderId;
export const scriptIdOf = (code: string): ScriptId => nameBasedId('script', code) as ScriptId;
export const scriptGroupIdOf = (name: string): ScriptGroupId => nameBasedId('group', name) as ScriptGroupId;
export const taskIdOf = (kind: string, subject: TaskSubject, step: string): TaskId =>
  nameBasedId('task', kind, subject.kind, subject.id, step) as TaskId;

/** One nick is one person on Taobao and Tmall together; elsewhere it is one per platform. */
export function customerIdOf(platform: Platform, nick: string): CustomerId {
  return nameBasedId('customer', platform === 'tmall' ? 'taobao' : platform, nick) as CustomerId;
}

/** A masked nick identifies nobody, so each order that shows one has a customer of its own. */
export function maskedCustomerIdOf(orderId: OrderId): CustomerId {
  return nameBasedId('customer', 'masked', orderId) as CustomerId;
}

/** UUIDv7: sorts by the time it was made. */
export function newId(nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return format(bytes);
}
