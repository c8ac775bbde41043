import { z } from 'zod';
import { AgentId } from '../ids.ts';

export const AGENT_ROLES = ['agent', 'lead', 'manager'] as const;
export const AgentRole = z.enum(AGENT_ROLES);
export type AgentRole = z.infer<typeof AgentRole>;

export const AGENT_ROLE_LABELS = { agent: '客服', lead: '主管', manager: '经理' } as const satisfies Record<
  AgentRole,
  string
>;

/** Decides for others, and may do what a shop keeps from its agents. */
export function leads(role: AgentRole | undefined): boolean {
  return role === 'lead' || role === 'manager';
}

export const Agent = z.object({
  id: AgentId,
  name: z.string(),
  role: AgentRole,
  hasPin: z.boolean(),
  isArchived: z.boolean(),
});
export type Agent = z.infer<typeof Agent>;

export const Pin = z.string().regex(/^\d{4,8}$/, 'PIN 为 4 到 8 位数字');

export const NewAgent = z.object({
  name: z.string().trim().min(1).max(20),
  role: AgentRole.default('agent'),
  pin: Pin.nullable().default(null),
});
export type NewAgent = z.infer<typeof NewAgent>;
