import { z } from 'zod';
import { formatFen } from './money.ts';
import { type TaskKind, taskKindLabel } from './tasks/task.ts';

/** `won`: what the work has brought; `todo`: what is new to do; `lost`: what can be brought back no more. */
const EffectTone = z.enum(['won', 'todo', 'lost', 'plain']);

/** One thing that an import has shown, or will show: `昨天催的已付款 5 单 ¥835.90`. */
export const ImportEffect = z.object({
  /** The same in a preview and in its commit; a task's kind follows on `todo:`. */
  key: z.string(),
  label: z.string(),
  count: z.int(),
  /** `null`: it is not about money. */
  amountFen: z.int().nullable(),
  tone: EffectTone,
  hint: z.string().nullable(),
});
export type ImportEffect = z.infer<typeof ImportEffect>;

/** New tasks of a kind: the same words before an import, as an estimate, and after it. */
export const todoEffect = (kind: TaskKind, sum: { readonly count: number; readonly amountFen: number }) => ({
  key: `todo:${kind}`,
  label: `新增${taskKindLabel(kind)}`,
  count: sum.count,
  amountFen: sum.amountFen === 0 ? null : sum.amountFen,
  tone: 'todo' as const,
  hint: null,
});

/** `昨天催的已付款 5 单 ¥835.90，最好的话术：首次核对（3 单）` */
export function effectText({
  label,
  count,
  amountFen,
  hint,
}: Pick<ImportEffect, 'label' | 'count' | 'amountFen' | 'hint'>): string {
  const money = amountFen === null ? '' : ` ¥${formatFen(amountFen)}`;
  return `${label} ${count} 单${money}${hint === null ? '' : `，${hint}`}`;
}
