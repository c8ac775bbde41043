type SubjectKindSpec = {
  readonly label: string;
  /** Where main keeps its rows: an activity finds its shop there, and `verify` what has lost its subject. */
  readonly table: string | null;
  /** The column that names the shop; `null`: subjects of the kind may belong to several shops, or to none. */
  readonly shop: 'shop_id' | 'id' | null;
};

/**
 * Everything that has a timeline, and whatever of it has a deadline: tasks, activities, navigation and events name
 * their subject by one of these. What a kind gives to main beside this stands in `electron/joins/subjects/`.
 */
export const SUBJECT_KIND_SPECS = {
  order: { label: '订单', table: 'orders', shop: 'shop_id' },
  customer: { label: '客户', table: 'customers', shop: null },
  case: { label: '事务', table: 'cases', shop: 'shop_id' },
  refund: { label: '退款', table: 'refunds', shop: 'shop_id' },
  parcel: { label: '包裹', table: 'parcels', shop: 'shop_id' },
  handover: { label: '交接单', table: 'handovers', shop: null },
  bulletin: { label: '通知', table: 'bulletins', shop: null },
  shop: { label: '店铺', table: 'shops', shop: 'id' },
  agent: { label: '客服', table: 'agents', shop: null },
  script: { label: '话术', table: 'scripts', shop: 'shop_id' },
  'script-group': { label: '话术分组', table: 'script_groups', shop: null },
  picture: { label: '图片', table: 'script_pictures', shop: null },
  /** This PC and its settings. */
  app: { label: '本机', table: null, shop: null },
} as const satisfies Record<string, SubjectKindSpec>;
