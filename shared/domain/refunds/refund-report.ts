/** 5.10: the figures about refunds, each with the formula that stands beside it. */
export const REFUND_FIGURE_SPECS = {
  asked: { label: '申请退款', formula: '所选日期内申请的退款，每笔计一次；没有申请时间的按首次导入' },
  orders: {
    label: '退款率（订单）',
    formula: '所选日期内下单并付款的订单中退款成功的订单 ÷ 这些订单',
  },
  refunds: { label: '退款率（笔数）', formula: '这些订单退款成功的笔数 ÷ 这些订单；一单可有多笔' },
  money: { label: '退款率（金额）', formula: '这些订单退款成功的金额 ÷ 这些订单的实付金额' },
  customers: { label: '退款率（客户）', formula: '退款成功的客户 ÷ 这些订单的客户；匿名客户各算一位' },
  handling: {
    label: '首次处理用时',
    formula: '从申请到首次登记处理的中位数；系统退款和极速退款不计',
  },
  overdue: { label: '已超时', formula: '申请的退款中仍在进行、截止时间已过的 ÷ 有截止时间且仍在进行的' },
  system: { label: '平台自动处理', formula: '系统退款和极速退款 ÷ 申请的退款' },
  moneyAlone: { label: '仅退款（已发货）', formula: '已发货的仅退款 ÷ 类型已知的退款' },
  retention: {
    label: '挽留率',
    formula: '已核实的挽留 ÷（已核实 + 部分退款 + 未能挽留）；撤销后 15 天内未再申请才算，改为换货另计',
  },
  exchanged: { label: '改为换货', formula: '挽留结果为改为换货的退款 ÷ 有挽留结果的退款' },
  returned: { label: '退货到仓', formula: '已登记到仓的退货 ÷ 买家已寄出的退货' },
} as const;
export type RefundFigureKey = keyof typeof REFUND_FIGURE_SPECS;
// The keys of the specs are the figures.
export const REFUND_FIGURE_KEYS = Object.keys(REFUND_FIGURE_SPECS) as RefundFigureKey[];

export const REFUND_GROUP_LABELS = {
  reason: '退款原因',
  product: '商品',
  type: '类型',
  state: '状态',
  arrival: '退货到仓',
  shop: '店铺',
  day: '日期',
} as const;
export type RefundGroup = keyof typeof REFUND_GROUP_LABELS;
// The keys of the labels are the groups.
export const REFUND_GROUPS = Object.keys(REFUND_GROUP_LABELS) as RefundGroup[];
