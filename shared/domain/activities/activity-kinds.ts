import { z } from 'zod';

/** Says whether an activity can be undone, and what it means for an undo of earlier ones. */
type Undo =
  /** An agent decided it. It can be taken back as long as no later decision or conclusion is about the same subject. */
  | 'decision'
  /** An agent wrote it down or set it, and nothing builds on it: only a later change of the same fields is in the way. */
  | 'entry'
  /** An import concluded it from the decisions before it; they stay as they are from then on. */
  | 'conclusion'
  /** It has a way back of its own, or none. */
  | 'none';

type ActivityKindSpec = { readonly label: string; readonly undo: Undo };

/** Everything that can happen to a subject. The store holds the keys, so they stay. */
export const ACTIVITY_KIND_SPECS = {
  'order-imported': { label: '导入订单', undo: 'none' },
  'order-changed': { label: '订单更新', undo: 'none' },
  'item-imported': { label: '导入商品', undo: 'none' },
  'item-changed': { label: '商品更新', undo: 'none' },
  'record-imported': { label: '导入', undo: 'none' },
  'record-changed': { label: '导入更新', undo: 'none' },
  'records-imported': { label: '导入数据', undo: 'none' },
  'import-undone': { label: '撤销导入', undo: 'none' },
  'script-copied': { label: '复制话术', undo: 'none' },
  chased: { label: '已催付', undo: 'decision' },
  'task-done': { label: '完成待办', undo: 'decision' },
  'task-created': { label: '登记待办', undo: 'decision' },
  'reason-noted': { label: '记录未付原因', undo: 'entry' },
  snoozed: { label: '延后', undo: 'decision' },
  'pay-agreed': { label: '约定付款', undo: 'decision' },
  'reorder-agreed': { label: '约定再拍', undo: 'decision' },
  'chase-lost': { label: '放弃催付', undo: 'decision' },
  'chase-skipped': { label: '不催', undo: 'decision' },
  'missed-cleared': { label: '清除已错过', undo: 'entry' },
  'paid-claimed': { label: '标记已付款', undo: 'decision' },
  'paid-claim-refuted': { label: '导入显示仍未付款', undo: 'conclusion' },
  'claim-proved': { label: '导入已核实', undo: 'conclusion' },
  'claim-refuted': { label: '导入显示并非如此', undo: 'conclusion' },
  'memo-copied': { label: '复制订单备注', undo: 'entry' },
  'memo-written': { label: '备注已写回', undo: 'entry' },
  'memo-dropped': { label: '不再写备注', undo: 'entry' },
  'memo-proved': { label: '导入已显示备注', undo: 'conclusion' },
  'memo-missing': { label: '导入未显示备注', undo: 'conclusion' },
  'ship-claimed': { label: '登记已发货', undo: 'decision' },
  'ship-handled': { label: '发货已处理', undo: 'decision' },
  recovered: { label: '催付成功', undo: 'conclusion' },
  'closed-unpaid': { label: '未付款关闭', undo: 'conclusion' },
  'handed-over': { label: '转交', undo: 'decision' },
  'bulletin-begun': { label: '写通知', undo: 'none' },
  'bulletin-edited': { label: '修改通知', undo: 'entry' },
  'bulletin-published': { label: '发布通知', undo: 'decision' },
  'bulletin-read': { label: '已读通知', undo: 'decision' },
  'bulletin-closed': { label: '关闭通知', undo: 'decision' },
  'handover-begun': { label: '写交接单', undo: 'none' },
  'handover-edited': { label: '修改交接单', undo: 'entry' },
  'handover-given': { label: '交出交接单', undo: 'decision' },
  'handover-received': { label: '签收交接单', undo: 'decision' },
  noted: { label: '备注', undo: 'entry' },
  'close-time-set': { label: '修改关闭时间', undo: 'decision' },
  'duplicate-settled': { label: '重复下单已确认', undo: 'decision' },
  'dispute-opened': { label: '发起纠纷', undo: 'none' },
  'dispute-closed': { label: '纠纷结束', undo: 'decision' },
  'deadline-set': { label: '修改截止时间', undo: 'decision' },
  'contact-tried': { label: '联系', undo: 'decision' },
  'evidence-added': { label: '添加凭证', undo: 'entry' },
  'after-sales-opened': { label: '登记事务', undo: 'decision' },
  'after-sales-edited': { label: '修改事务', undo: 'decision' },
  'after-sales-moved': { label: '事务进展', undo: 'decision' },
  'after-sales-closed': { label: '关闭事务', undo: 'decision' },
  'after-sales-reopened': { label: '重新打开事务', undo: 'decision' },
  'after-sales-assigned': { label: '转交事务', undo: 'decision' },
  'after-sales-linked': { label: '修改事务关联', undo: 'decision' },
  'concession-asked': { label: '请示主管优惠', undo: 'decision' },
  'concession-granted': { label: '主管同意优惠', undo: 'decision' },
  'concession-denied': { label: '主管未同意优惠', undo: 'decision' },
  'concession-offered': { label: '提出优惠', undo: 'decision' },
  'concession-accepted': { label: '客户接受优惠', undo: 'decision' },
  'concession-refused': { label: '客户未接受优惠', undo: 'decision' },
  'refund-registered': { label: '登记退款', undo: 'decision' },
  'refund-answered': { label: '处理退款', undo: 'decision' },
  'retention-noted': { label: '挽留结果', undo: 'decision' },
  'return-noted': { label: '退货到仓', undo: 'decision' },
  'parcel-registered': { label: '登记包裹异常', undo: 'decision' },
  'parcel-told': { label: '告知客户包裹进展', undo: 'decision' },
  'parcel-asked': { label: '联系快递', undo: 'decision' },
  'parcel-disputed': { label: '客户称未收到', undo: 'decision' },
  'parcel-settled': { label: '包裹问题已解决', undo: 'decision' },
  'product-named': { label: '商品简称', undo: 'entry' },
  'customer-edited': { label: '修改客户资料', undo: 'decision' },
  'script-created': { label: '新建话术', undo: 'decision' },
  'script-edited': { label: '修改话术', undo: 'decision' },
  'script-archived': { label: '归档话术', undo: 'decision' },
  'script-restored': { label: '恢复话术', undo: 'decision' },
  'script-moved': { label: '移动话术', undo: 'decision' },
  'picture-added': { label: '添加图片', undo: 'decision' },
  'picture-removed': { label: '删除图片', undo: 'decision' },
  'picture-restored': { label: '恢复图片', undo: 'none' },
  'script-group-changed': { label: '修改话术分组', undo: 'decision' },
  'example-added': { label: '加为案例', undo: 'decision' },
  'example-removed': { label: '移除案例', undo: 'decision' },
  'example-restored': { label: '恢复案例', undo: 'none' },
  'example-linked': { label: '案例用于修改', undo: 'decision' },
  'script-proposed': { label: '提出话术建议', undo: 'decision' },
  'proposal-accepted': { label: '采纳话术建议', undo: 'decision' },
  'proposal-rejected': { label: '驳回话术建议', undo: 'decision' },
  'proposal-withdrawn': { label: '撤回话术建议', undo: 'decision' },
  'proposal-reopened': { label: '重新打开话术建议', undo: 'none' },
  'settings-changed': { label: '修改设置', undo: 'entry' },
  'backup-folder-set': { label: '修改备份的第二个文件夹', undo: 'none' },
  'update-source-set': { label: '修改更新来源', undo: 'none' },
  'starters-installed': { label: '安装话术库', undo: 'none' },
  'shop-added': { label: '添加店铺', undo: 'none' },
  'shop-renamed': { label: '修改店铺名称', undo: 'entry' },
  'sample-removed': { label: '移除示例店铺', undo: 'none' },
  'agent-added': { label: '添加客服', undo: 'none' },
  'agent-edited': { label: '修改客服', undo: 'entry' },
  'agent-archived': { label: '停用客服', undo: 'entry' },
  'agent-restored': { label: '恢复客服', undo: 'entry' },
  // The PIN of before is not on record, so nothing can give it back.
  'roster-changed': { label: '排班', undo: 'entry' },
  'shift-asked': { label: '申请换班或请假', undo: 'entry' },
  'shift-answered': { label: '答复换班或请假', undo: 'entry' },
  'clocked-in': { label: '签到', undo: 'none' },
  'clocked-out': { label: '签退', undo: 'none' },
  'pin-set': { label: '设置 PIN', undo: 'none' },
  'pin-changed': { label: '修改 PIN', undo: 'none' },
  'pin-removed': { label: '取消 PIN', undo: 'none' },
  undone: { label: '撤销', undo: 'none' },
} as const satisfies Record<string, ActivityKindSpec>;

export type ActivityKind = keyof typeof ACTIVITY_KIND_SPECS;
// The keys of the specs are the kinds.
export const ACTIVITY_KINDS = Object.keys(ACTIVITY_KIND_SPECS) as ActivityKind[];
export const ActivityKind = z.enum(ACTIVITY_KINDS);

export const activityKindSpec = (kind: ActivityKind): ActivityKindSpec => ACTIVITY_KIND_SPECS[kind];

export const activityLabel = (kind: ActivityKind): string => ACTIVITY_KIND_SPECS[kind].label;
