import type { Flag } from '../orders/order.ts';
import type { MemoSettings } from '../settings/shop/memo.ts';
import type { Memo } from './memo.ts';
import { flagFor } from './memo-claim.ts';
import { fillPattern, MEMO_TEMPLATE_LABELS, type MemoFilling, type MemoTemplate } from './memo-template.ts';
import { bytesOf, withFragments } from './memo-text.ts';

export type MemoPlan = {
  /** The words that are added; `null`: only those still to be written are copied again. */
  readonly fragment: string | null;
  /** All that is pasted: the platform replaces the memo by it. */
  readonly fullText: string;
  readonly flag: Flag | null;
  readonly bytes: number;
  /** Why it cannot be copied, and what to do. */
  readonly problem: string | null;
};

type Options = {
  /** The memo that the newest import shows. */
  readonly memo: string | null;
  /** Copied before, and shown by no import yet; the oldest first. */
  readonly pending: readonly Pick<Memo, 'fragment' | 'flag'>[];
  readonly template: MemoTemplate | null;
  readonly filling: MemoFilling;
  readonly settings: MemoSettings;
};

function problemOf({ template, settings }: Options, { fragment, flag, bytes }: Omit<MemoPlan, 'problem'>) {
  if (flag === null) return '该订单没有待写回的备注';
  if (template !== null && fragment === '') {
    return `备注模板「${MEMO_TEMPLATE_LABELS[template]}」没有可填的内容，请填写原因`;
  }
  const over = bytes - settings.mostBytes;
  return over <= 0
    ? null
    : `备注共 ${bytes} 字节，超过上限 ${settings.mostBytes} 字节 ${over} 字节；请缩短原因，或先在平台删减旧备注并重新导入`;
}

/** O1: the text to be pasted, before anything is copied; the page shows it while the agent types. */
export function planMemo(options: Options): MemoPlan {
  const { memo, pending, template, filling, settings } = options;
  const pattern = template === null ? null : settings.templates[template];
  const fragment = pattern && fillPattern(pattern.text, filling, settings.dateStyle);
  const fullText = withFragments(memo, [
    ...pending.map((one) => one.fragment),
    ...(fragment ? [fragment] : []),
  ]);
  const [first, ...flags] = [...pending, ...(pattern ? [pattern] : [])].map(({ flag }) => flag);
  const flag = first ? flagFor([first, ...flags]) : null;
  const plan = { fragment, fullText, flag, bytes: bytesOf(fullText) };
  return { ...plan, problem: problemOf(options, plan) };
}
