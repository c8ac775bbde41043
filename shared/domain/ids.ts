import { z } from 'zod';

const id = z.string().min(1).max(64);

export const ShopId = id.brand<'ShopId'>();
export type ShopId = z.infer<typeof ShopId>;
export const AgentId = id.brand<'AgentId'>();
export type AgentId = z.infer<typeof AgentId>;
export const CustomerId = id.brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;
export const OrderId = id.brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;
export const TaskId = id.brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;
export const ActivityId = id.brand<'ActivityId'>();
export type ActivityId = z.infer<typeof ActivityId>;
export const ImportRunId = id.brand<'ImportRunId'>();
export type ImportRunId = z.infer<typeof ImportRunId>;
export const ScriptId = id.brand<'ScriptId'>();
export type ScriptId = z.infer<typeof ScriptId>;
export const ScriptGroupId = id.brand<'ScriptGroupId'>();
export type ScriptGroupId = z.infer<typeof ScriptGroupId>;
