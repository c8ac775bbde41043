import { z } from 'zod';
import { ChasePreset } from '../chasing/chase-settings.ts';
import { AgentId, ScriptGroupId, ScriptId, ShopId } from '../ids.ts';
import { CustomerGrade } from '../orders/customer.ts';
import { UnpaidReason } from '../orders/unpaid-reason.ts';

/** The moments of service that a script fits. */
export const SCRIPT_STAGES = [
  'greeting',
  'inquiry',
  'bargain',
  'chase-open',
  'chase-remedy',
  'chase-confirm',
  'chase-remind',
  'chase-warn',
  'duplicate',
  'order-change',
  'shipping',
  'presale',
  'parcel',
  'refund',
  'after-sales',
  'complaint',
  'review',
  'closing',
  'closed',
  'relation',
  'arrival',
  'visit',
] as const;
export const ScriptStage = z.enum(SCRIPT_STAGES);
export type ScriptStage = z.infer<typeof ScriptStage>;

export const SCRIPT_STAGE_LABELS = {
  greeting: '问候',
  inquiry: '咨询',
  bargain: '议价',
  'chase-open': '催付开场',
  'chase-remedy': '未付原因处理',
  'chase-confirm': '付款确认',
  'chase-remind': '催付提醒',
  'chase-warn': '催付警告',
  duplicate: '重复下单',
  'order-change': '订单变更',
  shipping: '发货物流',
  presale: '预售',
  parcel: '包裹异常',
  refund: '退款',
  'after-sales': '售后',
  complaint: '投诉',
  review: '评价',
  closing: '结束语',
  closed: '订单关闭后',
  relation: '客户关系',
  arrival: '上新到货',
  visit: '回访',
} as const satisfies Record<ScriptStage, string>;

/** Which task, reason and customer a script is written for; an empty list fits all. */
export const ScriptFit = z.object({
  stages: z.array(ScriptStage),
  reasons: z.array(UnpaidReason),
  steps: z.array(z.string()),
  grades: z.array(CustomerGrade),
  /** For shops that chase by one of these ladders, such as during a big sale; none: by any. */
  ladders: z.array(ChasePreset).optional(),
});
export type ScriptFit = z.infer<typeof ScriptFit>;

/** A script is seen by all, by the agents of one shop, or by one agent. */
export const ScriptScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('shop'), shopId: ShopId }),
  z.object({ kind: z.literal('personal'), agentId: AgentId }),
]);
export type ScriptScope = z.infer<typeof ScriptScope>;

export const FOR_ALL: ScriptScope = { kind: 'all' };

export const SCRIPT_SCOPE_LABELS = {
  all: '全店通用',
  shop: '店铺专用',
  personal: '个人专用',
} as const satisfies Record<ScriptScope['kind'], string>;

/** The room between the places of two scripts or groups, so that one that is put there moves no other. */
export const SORT_STEP = 1024;

export const Script = z.object({
  id: ScriptId,
  scope: ScriptScope,
  groupId: ScriptGroupId.nullable(),
  title: z.string(),
  /** Typed by agents to find it at once; unique within its scope, without regard to case. */
  code: z.string(),
  /** Sent one after the other. */
  parts: z.array(z.string().min(1)).min(1).max(10),
  keywords: z.string(),
  tags: z.array(z.string()),
  fit: ScriptFit,
  sortKey: z.int(),
  archivedAtMs: z.int().nullable(),
  updatedAtMs: z.int(),
  useCount: z.int(),
  lastUsedAtMs: z.int().nullable(),
});
export type Script = z.infer<typeof Script>;

export const LONGEST_TAG = 20;
export const MOST_TAGS = 10;
export const ScriptTag = z.string().trim().min(1).max(LONGEST_TAG);

/** No message is as long; a longer text comes from a broken file, and every check of it takes its time. */
export const LONGEST_PART = 5000;

export const ScriptDraft = z.object({
  scope: ScriptScope,
  groupId: ScriptGroupId.nullable(),
  title: z.string().trim().min(1, '请填写标题').max(60),
  code: z.string().trim().min(1, '请填写编码').max(20),
  parts: z.array(z.string().trim().min(1).max(LONGEST_PART)).min(1, '请填写内容').max(10),
  keywords: z.string().trim().max(200),
  tags: z.array(ScriptTag).max(MOST_TAGS),
  fit: ScriptFit,
});
export type ScriptDraft = z.infer<typeof ScriptDraft>;

export const ScriptGroup = z.object({
  id: ScriptGroupId,
  parentId: ScriptGroupId.nullable(),
  name: z.string(),
  sortKey: z.int(),
});
export type ScriptGroup = z.infer<typeof ScriptGroup>;

export const ScriptGroupName = z.string().trim().min(1).max(20);
/** Agents would not see groups that lie deeper. */
export const DEEPEST_GROUP = 5;

/** A script as the starter library ships it (`resources/starter-scripts.json`). */
export const StarterScript = z.object({
  code: z.string(),
  group: z.string(),
  title: z.string(),
  parts: z.array(z.string()).min(1),
  keywords: z.string().default(''),
  stages: z.array(ScriptStage),
  reasons: z.array(UnpaidReason).default([]),
  steps: z.array(z.string()).default([]),
  grades: z.array(CustomerGrade).default([]),
  ladders: z.array(ChasePreset).optional(),
});
export type StarterScript = z.infer<typeof StarterScript>;
