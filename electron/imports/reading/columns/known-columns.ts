import { normaliseHeader } from './header-name.ts';
import { ITEM_COLUMNS } from './item-columns.ts';
import { FORBIDDEN_COLUMNS, LONG_TAIL_COLUMNS } from './long-tail-columns.ts';
import { ORDER_COLUMNS } from './order-columns.ts';

const KNOWN = new Set(
  [
    ...Object.values(ORDER_COLUMNS).flat(),
    ...Object.values(ITEM_COLUMNS).flat(),
    ...LONG_TAIL_COLUMNS,
    ...FORBIDDEN_COLUMNS,
  ].map(normaliseHeader),
);
const FORBIDDEN = new Set(FORBIDDEN_COLUMNS.map(normaliseHeader));

/** `name` is a normalised header. */
export function isKnownColumn(name: string): boolean {
  return KNOWN.has(name);
}

export function isForbiddenColumn(name: string): boolean {
  return FORBIDDEN.has(name);
}
