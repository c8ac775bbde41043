import { z } from 'zod';
import { beijingDate, toBeijing } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { Flag, type Order } from '../orders/order.ts';

/** O1: the occasions of a memo. The store holds the keys, so they stay. */
export const MEMO_TEMPLATES = ['price-change', 'unshipped', 'shipped', 'special', 'refundable'] as const;
export const MemoTemplate = z.enum(MEMO_TEMPLATES);
export type MemoTemplate = z.infer<typeof MemoTemplate>;

export const MEMO_TEMPLATE_LABELS = {
  'price-change': '改价',
  unshipped: '未发货',
  shipped: '已发货',
  special: '特殊',
  refundable: '可退款',
} as const satisfies Record<MemoTemplate, string>;

/** The words of a template, with slots for what differs from order to order, and the flag that goes with it. */
export const MemoPattern = z.object({ text: z.string().trim().min(1).max(100), flag: Flag });

/** The words for the slots of a pattern; a slot without words goes, with the sign before the next one. */
export type MemoFilling = {
  readonly reason: string | null;
  readonly courier: string | null;
  readonly agentName: string;
  readonly nowMs: EpochMs;
};

export const MEMO_DATE_STYLES = ['M.D', 'MM-DD', 'YYYY.M.D'] as const;
type MemoDateStyle = (typeof MEMO_DATE_STYLES)[number];

type MemoSlot = '{原因}' | '{客服}' | '{日期}' | '{快递}';

export const hasSlot = (text: string, slot: MemoSlot): boolean => text.includes(slot);

function dateIn(style: MemoDateStyle, atMs: EpochMs): string {
  if (style === 'MM-DD') return beijingDate(atMs).slice(5);
  const { year, month, day } = toBeijing(atMs);
  return style === 'M.D' ? `${month}.${day}` : `${year}.${month}.${day}`;
}

/** One line of words: a memo is read in a column of a list, and a new line would end its part. */
const tidy = (text: string | null): string => text?.replaceAll(/\s+/g, ' ').trim() ?? '';

/**
 * Fills the pattern: `{原因}+{客服}/{日期}` → `不要了+小满/6.10`. Words that the pattern has no slot for stand before it,
 * so that nothing which an agent has typed is lost.
 */
export function fillPattern(text: string, filling: MemoFilling, dateStyle: MemoDateStyle): string {
  const reason = tidy(filling.reason);
  const values = {
    '{原因}': reason,
    '{客服}': tidy(filling.agentName),
    '{日期}': dateIn(dateStyle, filling.nowMs),
    '{快递}': tidy(filling.courier),
  } as const satisfies Record<MemoSlot, string>;
  const filled = text.replaceAll(
    /(\{原因\}|\{客服\}|\{日期\}|\{快递\})([+＋/／]?)/g,
    (_, slot: MemoSlot, sign: string) => (values[slot] === '' ? '' : `${values[slot]}${sign}`),
  );
  const tail = filled.trim().replace(/[+＋/／]$/, '');
  return reason === '' || hasSlot(text, '{原因}') ? tail : [reason, tail].filter(Boolean).join('+');
}

/** A reason that is known goes into a pattern that has a place for it; only words that were typed stand before others. */
export const reasonFor = (
  { text }: Pick<z.infer<typeof MemoPattern>, 'text'>,
  known: string | null,
): string | null => (hasSlot(text, '{原因}') ? known : null);

/** An agent most probably writes this on an order in its state. */
export function likelyTemplate({ status }: Pick<Order, 'status'>): MemoTemplate {
  if (status === 'unpaid') return 'price-change';
  if (status === 'shipped' || status === 'completed') return 'shipped';
  return status === 'closed' ? 'refundable' : 'unshipped';
}

/** By its Chinese name, as the command line has it. */
export const templateNamed = (name: string): MemoTemplate | undefined =>
  MEMO_TEMPLATES.find((template) => MEMO_TEMPLATE_LABELS[template] === name.trim());
