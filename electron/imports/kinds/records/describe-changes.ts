import { formatFen } from '../../../../shared/domain/money.ts';
import { momentText } from '../../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { Known, Values } from '../../merging/merge-fields.ts';
import type { AnyField, AnyFields } from '../field.ts';

type Changes = {
  readonly before: Known<Values>;
  readonly after: Known<Values>;
  readonly fields: readonly string[];
  readonly isEarlier: (field: string) => boolean;
  readonly nowMs: EpochMs;
};

const MOST_CHARS = 24;

/** `退款状态 待商家处理 → 退款成功`, for each field that the agent knows by a name. */
export function describeChanges(table: AnyFields, changes: Changes): string[] {
  const { before, after, fields, isEarlier, nowMs } = changes;
  return fields.flatMap((name) => {
    const field = table[name];
    if (!field) return [];
    const [was, is] = [before, after].map((record) => wordsOf(field, record[name], nowMs));
    return [`${field.label} ${was} → ${is}${isEarlier(name) ? '（提前）' : ''}`];
  });
}

function wordsOf({ reads }: AnyField, value: unknown, nowMs: EpochMs): string {
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'number') {
    if (reads === 'amount') return `¥${formatFen(value)}`;
    // A number of a record is read as text, so any other is a moment or a count.
    return value > MOMENTS_FROM ? momentText(value, nowMs) : String(value);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text;
}

/** No count is as large as the milliseconds of a day in this century. */
const MOMENTS_FROM = Date.UTC(2000, 0, 1);
