import { z } from 'zod';
import { ActivityId, AgentId, ImportRunId, ScriptId, TaskId } from './ids.ts';

/** What can happen to a subject. Append only: an undo is an activity of its own. */
export const ACTIVITY_KINDS = [
  'order-imported',
  'order-changed',
  'item-imported',
  'item-changed',
  'import-undone',
  'script-copied',
  'chased',
  'task-done',
  'reason-noted',
  'snoozed',
  'chase-lost',
  'paid-claimed',
  'paid-claim-refuted',
  'recovered',
  'closed-unpaid',
  'handed-over',
  'noted',
  'close-time-set',
  'duplicate-settled',
  'dispute-opened',
  'dispute-closed',
  'concession-asked',
  'concession-granted',
  'concession-denied',
  'concession-offered',
  'concession-accepted',
  'concession-refused',
  'customer-edited',
  'script-created',
  'script-edited',
  'script-archived',
  'script-restored',
  'picture-added',
  'picture-removed',
  'picture-restored',
  'script-group-changed',
  'case-added',
  'case-removed',
  'case-restored',
  'case-linked',
  'script-proposed',
  'proposal-accepted',
  'proposal-rejected',
  'proposal-withdrawn',
  'proposal-reopened',
  'settings-changed',
  'undone',
] as const;
export const ActivityKind = z.enum(ACTIVITY_KINDS);
export type ActivityKind = z.infer<typeof ActivityKind>;

export const ACTIVITY_LABELS = {
  'order-imported': '导入订单',
  'order-changed': '订单更新',
  'item-imported': '导入商品',
  'item-changed': '商品更新',
  'import-undone': '撤销导入',
  'script-copied': '复制话术',
  chased: '已催付',
  'task-done': '完成待办',
  'reason-noted': '记录未付原因',
  snoozed: '延后',
  'chase-lost': '放弃催付',
  'paid-claimed': '标记已付款',
  'paid-claim-refuted': '导入显示仍未付款',
  recovered: '催付成功',
  'closed-unpaid': '未付款关闭',
  'handed-over': '转交',
  noted: '备注',
  'close-time-set': '修改关闭时间',
  'duplicate-settled': '重复下单已确认',
  'dispute-opened': '发起纠纷',
  'dispute-closed': '纠纷结束',
  'concession-asked': '请示主管优惠',
  'concession-granted': '主管同意优惠',
  'concession-denied': '主管未同意优惠',
  'concession-offered': '提出优惠',
  'concession-accepted': '客户接受优惠',
  'concession-refused': '客户未接受优惠',
  'customer-edited': '修改客户资料',
  'script-created': '新建话术',
  'script-edited': '修改话术',
  'script-archived': '停用话术',
  'script-restored': '恢复话术',
  'picture-added': '添加图片',
  'picture-removed': '删除图片',
  'picture-restored': '恢复图片',
  'script-group-changed': '修改话术分组',
  'case-added': '加为案例',
  'case-removed': '移除案例',
  'case-restored': '恢复案例',
  'case-linked': '案例用于修改',
  'script-proposed': '提出话术建议',
  'proposal-accepted': '采纳话术建议',
  'proposal-rejected': '驳回话术建议',
  'proposal-withdrawn': '撤回话术建议',
  'proposal-reopened': '重新打开话术建议',
  'settings-changed': '修改设置',
  undone: '撤销',
} as const satisfies Record<ActivityKind, string>;

export const ActivitySubject = z.object({
  kind: z.enum(['order', 'customer', 'script', 'script-group', 'picture', 'shop', 'agent', 'app']),
  id: z.string(),
});
export type ActivitySubject = z.infer<typeof ActivitySubject>;

/** Facts of an activity; which are there depends on its kind. */
export const ActivityData = z.object({
  text: z.string().optional(),
  step: z.string().optional(),
  reason: z.string().optional(),
  untilMs: z.int().optional(),
  amountFen: z.int().optional(),
  /** Minutes from the last chase to the payment. */
  minutesSinceChase: z.int().optional(),
  scriptCode: z.string().optional(),
  part: z.int().optional(),
  toAgentId: AgentId.optional(),
  /** Activity that this one takes back. */
  undoes: ActivityId.optional(),
  /** The others that were done in the same stroke; undoing this one undoes them all. */
  batch: z.array(ActivityId).optional(),
  outcome: z.string().optional(),
  /** Field name → [before, after], as stored. */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).optional(),
  lineNo: z.string().optional(),
});
export type ActivityData = z.infer<typeof ActivityData>;

export const Activity = z.object({
  id: ActivityId,
  atMs: z.int(),
  kind: ActivityKind,
  subject: ActivitySubject,
  /** `null`: the app itself, on behalf of an import or a rule. */
  agentId: AgentId.nullable(),
  taskId: TaskId.nullable(),
  scriptId: ScriptId.nullable(),
  importRunId: ImportRunId.nullable(),
  data: ActivityData,
});
export type Activity = z.infer<typeof Activity>;
export type NewActivity = Omit<Activity, 'id'>;
