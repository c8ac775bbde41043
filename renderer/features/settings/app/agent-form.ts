import type { AgentRole } from '../../../../shared/domain/team/agent.ts';
import { NewAgent, Pin } from '../../../../shared/domain/team/agent.ts';

export type PinChange = 'keep' | 'set' | 'remove';

export type AgentForm = {
  readonly name: string;
  readonly role: AgentRole;
  readonly pinChange: PinChange;
  readonly pin: string;
  readonly pinRepeat: string;
};
export type AgentErrors = Readonly<Partial<Record<'name' | 'pin' | 'pinRepeat', string>>>;

export function agentErrors({ name, pinChange, pin, pinRepeat }: AgentForm): AgentErrors {
  const nameError = NewAgent.shape.name.safeParse(name).success ? {} : { name: '请填写名字' };
  if (pinChange !== 'set') return nameError;
  if (!Pin.safeParse(pin).success) return { ...nameError, pin: 'PIN 为 4 到 8 位数字' };
  return pin === pinRepeat ? nameError : { ...nameError, pinRepeat: '两次输入不一致' };
}

/** Left out: the PIN stays as it is; `null`: there is none from now on. */
export function pinOf({ pinChange, pin }: AgentForm): { readonly pin?: string | null } {
  if (pinChange === 'keep') return {};
  return { pin: pinChange === 'set' ? pin : null };
}
