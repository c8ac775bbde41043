import type { Refund } from './refund.ts';
import { reasonGroupOf } from './refund-reasons.ts';

type Said = Pick<Refund, 'reason' | 'reasonTag' | 'explanation'>;

/** 5.9: causes that the customer's reason names by itself, the surest first. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/虚假签收/, '虚假签收'],
  [/破损|损坏/, '破损'],
  [/错发/, '错发'],
  [/漏发/, '漏发'],
  [/少件/, '少发'],
  [/缺件|缺配件/, '缺配件'],
  [/色差/, '色差'],
  [/尺码|尺寸|大小/, '尺码不准'],
  [/质量|瑕疵|开线|变质/, '质量瑕疵'],
  [/与描述不符|描述不符/, '与描述不符'],
  [/丢失|丢件/, '丢失'],
  [/一直未送达|物流.*(慢|停滞)|快递.*慢/, '延误'],
  [/缺货/, '缺货'],
  [/未按约定时间发货|发货慢/, '晚发'],
];
/** A platform offers these in one line, so the customer has not said which. */
const UNDECIDED = /拍错\/多拍\/不想要|错发\/漏发|破损\/不符/g;
const OWN_CAUSES: readonly (readonly [RegExp, string])[] = [
  [/拍错|多拍|误拍/, '拍错'],
  [/不想要|不喜欢/, '不想要'],
];

const found = (known: readonly (readonly [RegExp, string])[], said: string): string | null =>
  known.find(([words]) => words.test(said))?.[1] ?? null;

/** The cause as the customer names it; `null`: nobody has said it, or several could be meant. */
export function causeOf({ reason, reasonTag, explanation }: Said): string | null {
  const said = [reason, reasonTag, explanation]
    .filter((word) => word !== null)
    .join(' ')
    .replaceAll(UNDECIDED, ' ');
  return found(CAUSES, said) ?? found(OWN_CAUSES, said);
}

export const FREIGHT_PAYERS = ['buyer', 'shop', 'insurance', 'courier', 'unknown'] as const;
export type FreightPayer = (typeof FREIGHT_PAYERS)[number];

/** A3: the side that pays for the way back, by the reason; an insurance that the platform names comes first. */
export function freightPayerOf(refund: Said): FreightPayer {
  const { reason, reasonTag, explanation } = refund;
  if (/运费险|退货包运费|退货宝/.test([reasonTag, explanation].join(' '))) return 'insurance';
  if (/一直未送达|物流.*(慢|停滞)|快递.*慢|丢失|丢件/.test(reason ?? '')) return 'courier';
  const group = reasonGroupOf(refund);
  if (group === 'fault' || group === 'late') return 'shop';
  return group === null ? 'unknown' : 'buyer';
}
