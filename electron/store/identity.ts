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

const HEX_DIGITS = '0123456789abcdef';
const VARIANTS = '89ab';
const [VERSION_AT, VARIANT_AT] = [14, 19];
/** The hyphens stay, the rest is written anew for each id. */
const draft = Buffer.from('00000000-0000-0000-0000-000000000000');
const HYPHEN = 0x2d;

/**
 * The UUID of 16 bytes, which are given as one character each. It is written digit by digit: a text that is joined
 * from others holds them all, five times the memory of an id, and an import keeps many ids.
 */
function toUuid(bytes: string, version: 5 | 7): string {
  let at = 0;
  for (let index = 0; index < 16; index++) {
    if (draft[at] === HYPHEN) at++;
    const byte = bytes.charCodeAt(index);
    draft[at++] = HEX_DIGITS.charCodeAt(byte >> 4);
    draft[at++] = HEX_DIGITS.charCodeAt(byte & 0xf);
  }
  draft[VERSION_AT] = HEX_DIGITS.charCodeAt(version);
  draft[VARIANT_AT] = VARIANTS.charCodeAt((bytes.charCodeAt(8) >> 4) & 3);
  return draft.toString('latin1');
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
  return toUuid(hash('sha1', input, 'binary'), 5);
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
  return toUuid(bytes.toString('latin1'), 7);
}

/** For SQLite's `format`: UUIDv7 of one instant that count up by two numbers of twelve bits, the higher one first. */
export function countingIds(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7%03x-8%03x-${randomBytes(6).toString('hex')}`;
}
