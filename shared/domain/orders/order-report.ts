/** 4.5: the figures about orders under way, each with the formula that stands beside it. */
export const ORDER_FIGURE_SPECS = {
  paid: { label: '付款订单', formula: '所选日期内下单并付款的订单，每单计一次' },
  onTime: {
    label: '按时发货率',
    formula: '发货期限前发出的订单 ÷ 已到期限或已发出的订单；期限按文件、登记、约定、店铺设置依次取',
  },
  late: { label: '超时发货', formula: '超过期限才发出或仍未发出的订单 ÷ 已到期限或已发出的订单' },
  open: { label: '超时仍未发货', formula: '已过期限、仍待发货且没有全额退款的订单' },
  compensated: { label: '平台赔付', formula: '导入文件写有自动赔付或主动赔付金额的订单 ÷ 付款订单' },
  called: { label: '预售联系', formula: '登记过联系的预售订单 ÷ 预售订单' },
  reached: { label: '预售接通', formula: '联系上客户的预售订单 ÷ 登记过联系的预售订单' },
  kept: {
    label: '预售留住',
    formula: '联系上后已发货且没有全额退款的预售订单 ÷ 联系上的预售订单；金额为避免的赔付',
  },
  cancelled: { label: '撤单', formula: '登记过撤单的订单 ÷ 付款订单' },
  saved: { label: '撤单挽回', formula: '改单或客户保留的订单 ÷ 已有结果的撤单；金额为这些订单的实付' },
  freight: { label: '店铺付退回运费', formula: '撤单登记为店铺承担并写有运费的订单 ÷ 登记过撤单的订单' },
  memos: { label: '备注核实率', formula: '备注全部由导入核实的订单 ÷ 复制过备注的订单' },
  exceptions: { label: '包裹异常', formula: '物流或异常文件写有异常的订单 ÷ 文件里有包裹的订单' },
  word: { label: '异常到告知', formula: '从包裹异常到登记告知客户的中位数' },
} as const;
export type OrderFigureKey = keyof typeof ORDER_FIGURE_SPECS;
// The keys of the specs are the figures.
export const ORDER_FIGURE_KEYS = Object.keys(ORDER_FIGURE_SPECS) as OrderFigureKey[];

/** About late orders among those that were due, exceptions among parcels, and cancellations among all. */
export const ORDER_GROUP_LABELS = {
  day: '超时：期限日期',
  shop: '超时：店铺',
  product: '超时：商品',
  sku: '超时：规格',
  carrier: '包裹异常：快递',
  province: '包裹异常：省份',
  stage: '撤单：订单阶段',
} as const;
export type OrderGroup = keyof typeof ORDER_GROUP_LABELS;
// The keys of the labels are the groups.
export const ORDER_GROUPS = Object.keys(ORDER_GROUP_LABELS) as OrderGroup[];
