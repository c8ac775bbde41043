import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;

/** `salt:key`, both hex. A PIN is short, so the slow hash is what keeps a copied file from giving it away at once. */
export function hashPin(pin: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(pin, salt, KEY_BYTES).toString('hex')}`;
}

export function isPinCorrect(pin: string, hash: string): boolean {
  const [salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'hex');
  return (
    expected.length === KEY_BYTES &&
    timingSafeEqual(scryptSync(pin, Buffer.from(salt, 'hex'), KEY_BYTES), expected)
  );
}
