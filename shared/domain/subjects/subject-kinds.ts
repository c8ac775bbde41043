/**
 * Everything that has a timeline, and whatever of it has a deadline: tasks, activities, navigation and events name
 * their subject by one of these. A kind that has tasks has a module in `electron/subject-modules.ts` as well.
 */
export const SUBJECT_LABELS = {
  order: '订单',
  customer: '客户',
  case: '售后单',
  shop: '店铺',
  agent: '客服',
  script: '话术',
  'script-group': '话术分组',
  picture: '图片',
  /** This PC and its settings. */
  app: '本机',
} as const satisfies Record<string, string>;
