import type { Refund } from './refund.ts';

const UNCONDITIONAL = /无理由/;
const FAULT = /质量|瑕疵|破损|损坏|错发|漏发|少件|缺件|空包|不符|假冒|色差|开线|变质/;
const HESITATION = /不想要|不喜欢|拍错|多拍|误拍|买贵|降价|价格|不合适/;
const LATE = /未按约定时间发货|发货慢|缺货/;

export type ReasonGroup = 'fault' | 'hesitation' | 'late' | 'unconditional';

/** 七天无理由退换货, 7天无理由. */
export const isUnconditional = (reason: string | null): boolean => UNCONDITIONAL.test(reason ?? '');

/**
 * The customer's reasons, in the platform's words and in their own; a fault that is named anywhere comes before all
 * else. `null`: they say none of these.
 */
export function reasonGroupOf({
  reason,
  reasonTag,
  explanation,
}: Pick<Refund, 'reason' | 'reasonTag' | 'explanation'>): ReasonGroup | null {
  const said = [reason, reasonTag, explanation].filter((word) => word !== null).join(' ');
  if (FAULT.test(said)) return 'fault';
  if (HESITATION.test(said)) return 'hesitation';
  if (LATE.test(said)) return 'late';
  return isUnconditional(said) ? 'unconditional' : null;
}

/** Words that say no more, and that everybody understands. */
const PLAIN = /其他|其它|协商|物流|快递|送达|运费|发票|尺码|大小|效果/;

/** Whether the words mean something here; others are kept as they are, and said. */
export const isKnownReason = (reason: string): boolean =>
  PLAIN.test(reason) || reasonGroupOf({ reason, reasonTag: null, explanation: null }) !== null;
