import type { Refund } from './refund.ts';
import { isUnconditional } from './refund-reasons.ts';
import { refundStateOf, refundTypeOf } from './refund-words.ts';

/** Whether the shop may refuse, and what it has to keep to; `null`: it is not known. */
export type Refusal = { readonly isAllowed: boolean | null; readonly text: string };

const TAOBAO: ReadonlySet<Refund['platform']> = new Set(['taobao', 'tmall']);

/** A4: refusing is not possible everywhere. Where nobody has seen the platform's rule, it is not said to be possible. */
export function refusalOf(refund: Refund): Refusal {
  const { platform, reason } = refund;
  const state = refundStateOf(refund);
  if (state === 'unknown') return { isAllowed: null, text: '状态无法识别，请到后台查看' };
  if (state !== 'wait-seller' && state !== 'wait-seller-receive') {
    return { isAllowed: false, text: '当前不由商家处理' };
  }
  if (!TAOBAO.has(platform)) return { isAllowed: null, text: '平台规则未核实，以后台为准' };
  const type = refundTypeOf(refund);
  if (type === 'refund-unshipped') return { isAllowed: false, text: '未发货的退款不能拒绝' };
  if (isUnconditional(reason)) return { isAllowed: false, text: '七天无理由退货不能拒绝' };
  if (type === null || reason === null) return { isAllowed: null, text: '类型或原因未知，以后台为准' };
  const proof = platform === 'tmall' ? '，须上传凭证' : '';
  return { isAllowed: true, text: `须选择平台的拒绝原因，说明 2–200 字${proof}` };
}
