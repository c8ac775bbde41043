import type { Flag } from '../../../../shared/domain/orders/order.ts';
import { ownValue } from '../../../../shared/own-value.ts';

const FLAGS: Readonly<Record<string, Flag>> = {
  红: 'red',
  黄: 'yellow',
  绿: 'green',
  蓝: 'blue',
  紫: 'purple',
  灰: 'grey',
  // 京东 counts its memo levels from the most urgent.
  '1': 'red',
  '2': 'yellow',
  '3': 'green',
  '4': 'blue',
  '5': 'purple',
  '0': 'grey',
};

/** `undefined`: not a colour that we know. */
export function parseFlag(text: string): Flag | undefined {
  const bare = text.replace(/^等级/, '').replace(/色?(?:旗帜?)?$/, '');
  return ownValue(FLAGS, bare);
}

/** Q18: one space between the parts; the postcode `(000000)` stands for none. */
export function tidyAddress(text: string): string {
  const spaced = /\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
  return spaced.endsWith('000000)') || spaced.endsWith('000000）')
    ? spaced.replace(/\s?[(（]0{6}[)）]$/, '').trim()
    : spaced;
}

/** Q18: `No:3830000000001` → the number. */
export function tidyTrackingNo(text: string): string {
  return /no[:：]/i.test(text) ? text.replaceAll(/no[:：]\s*/gi, '').trim() : text;
}

/** Q17: `颜色:红色;尺寸:M` and `颜色分类：白色;尺码：大号` in the classic writing, so that both find the same goods. */
export function tidySku(text: string): string {
  return text
    .split(/[;；]/)
    .map((part) => part.trim().replace(/\s*[:：]\s*/, '：'))
    .filter((part) => part !== '')
    .join(';');
}

/** 抖店 快递信息: `单号-快递公司,商品…`; the first parcel stands for the order. */
export function parseShippingInfo(text: string): { trackingNo: string; carrier: string } | undefined {
  const match = /^\s*([0-9A-Za-z]{6,})\s*-\s*([^,，;；\n]+)/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { trackingNo: match[1], carrier: match[2].trim() };
}
