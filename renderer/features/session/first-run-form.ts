import { NewAgent, Pin } from '../../../shared/domain/team/agent.ts';
import type { Platform } from '../../../shared/domain/team/shop.ts';
import { NewShop } from '../../../shared/domain/team/shop.ts';
import { FirstRun } from '../../../shared/ipc/contract/program/session-contract.ts';

export type FirstRunForm = {
  readonly shopName: string;
  readonly platform: Platform;
  readonly agentName: string;
  readonly pin: string;
  readonly pinRepeat: string;
  readonly withSample: boolean;
};
export type FirstRunErrors = Readonly<
  Partial<Record<'shopName' | 'agentName' | 'pin' | 'pinRepeat', string>>
>;

export const EMPTY_FIRST_RUN: FirstRunForm = {
  shopName: '',
  platform: 'taobao',
  agentName: '',
  pin: '',
  pinRepeat: '',
  withSample: false,
};

function nameError(schema: typeof NewShop.shape.name, text: string, what: string): string | undefined {
  if (schema.safeParse(text).success) return undefined;
  return text.trim() === '' ? `请填写${what}` : `${what}太长`;
}

function pinErrors({ pin, pinRepeat }: FirstRunForm): FirstRunErrors {
  if (pin === '' && pinRepeat === '') return {};
  const parsed = Pin.safeParse(pin);
  if (!parsed.success) return { pin: parsed.error.issues[0]?.message ?? 'PIN 为 4 到 8 位数字' };
  return pin === pinRepeat ? {} : { pinRepeat: '两次输入不一致' };
}

export function firstRunErrors(form: FirstRunForm): FirstRunErrors {
  const shopName = nameError(NewShop.shape.name, form.shopName, '店铺名称');
  const agentName = nameError(NewAgent.shape.name, form.agentName, '客服名字');
  return {
    ...(shopName === undefined ? {} : { shopName }),
    ...(agentName === undefined ? {} : { agentName }),
    ...pinErrors(form),
  };
}

/** Only for a form without errors. The agent who sets the workstation up may change everything in it. */
export function toFirstRun(form: FirstRunForm): FirstRun {
  return FirstRun.parse({
    shop: { name: form.shopName, platform: form.platform },
    agent: { name: form.agentName, role: 'manager', pin: form.pin === '' ? null : form.pin },
    withSample: form.withSample,
  });
}
