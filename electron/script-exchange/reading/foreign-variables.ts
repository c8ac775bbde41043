import { variablesOf } from '../../../shared/domain/scripts/script-template/template-words.ts';
import { SCRIPT_VARIABLES } from '../../../shared/domain/scripts/script-variables.ts';

/** Other tools fill these in about an order or its customer. */
const FILLED_IN =
  '昵称|买家|客户|顾客|会员|旺旺|收货人|收件人|姓名|电话|手机|地址|订单|单号|快递|物流|店铺|店名|客服|金额|宝贝|日期';
const INNER = `[^\\[\\]【】#<>%$\\n]{0,8}(?:${FILLED_IN})[^\\[\\]【】#<>%$\\n]{0,8}`;
const FOREIGN = new RegExp(
  `\\[${INNER}\\]|【${INNER}】|#${INNER}#|<${INNER}>|%${INNER}%|\\$${INNER}\\$`,
  'gu',
);

/** How other tools write their variables is nowhere agreed, so they are pointed out and left as they are. */
export function foreignVariables(parts: readonly string[]): string[] {
  return [...new Set(parts.flatMap((part) => part.match(FOREIGN) ?? []))];
}

/** Names in braces that no order answers: the agent is asked for them when the script is copied. */
export function askedVariables(parts: readonly string[]): string[] {
  if (!parts.some((part) => /[{｛]/u.test(part))) return [];
  return variablesOf(parts).filter((name) => !Object.hasOwn(SCRIPT_VARIABLES, name));
}
