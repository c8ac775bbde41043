import { SCRIPT_VARIABLES, type ScriptVariable } from './script-variables.ts';

/** So many answers of one field are kept and offered. */
export const ANSWERS_KEPT = 5;

/** Asked of the agent by design, and the same for many customers. */
const KEPT_VARIABLES: ReadonlySet<string> = new Set<ScriptVariable>(['优惠', '补差金额']);

/** Names and numbers of people belong to one customer and are not kept. */
const PERSONAL =
  /收货|收件|姓名|名字|称呼|昵称|客户|买家|旺旺|地址|电话|手机|号码|单号|订单|身份证|账号|帐号|卡号|支付宝|微信|邮箱|生日|QQ/iu;
const LONG_NUMBER = /\d{7,}/u;

/** Whether an answer is worth offering for the next customer, and harmless there. */
export function isWorthRemembering(field: string, answer: string): boolean {
  if (answer.trim() === '' || PERSONAL.test(field) || LONG_NUMBER.test(answer)) return false;
  return KEPT_VARIABLES.has(field) || !Object.hasOwn(SCRIPT_VARIABLES, field);
}
