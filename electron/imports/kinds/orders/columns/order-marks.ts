import type { Marks, Stranger } from '../../export-kind.ts';

const toNames = (names: string): string[] => names.split(' ');

const DOUYIN_MARKS = toNames(
  '选购商品 商品规格 订单应付金额 订单提交时间 支付完成时间 旗帜颜色 承诺发货时间 APP渠道 流量来源 达人ID 优惠总金额 商家优惠 收件人 商品单价 商品数量 取消原因 运费',
);
const PINDUODUO_MARKS = toNames(
  '订单成交时间 商品 商品总价(元) 邮费(元) 店铺优惠折扣(元) 平台优惠折扣(元) 用户实付金额(元) 商家实收金额(元) 商品数量(件) 样式ID 拼单成功时间 商家编码-规格维度 商家编码-SKU维度 商家编码-商品维度 支付时间 快递公司 确认收货时间 发货时间 商品规格 支付ID 收货人 承诺发货时间 售后状态',
);
const JD_MARKS = toNames(
  '下单时间 京东价 订单金额 结算金额 余额支付 应付金额 订购数量 下单帐号 下单账号 客户姓名 客户地址 付款确认时间 商品名称 运费金额 货号 订单来源 订单渠道 商家SKUID 发票类型 发票抬头 商家备注等级(等级1-5为由高到低) 商家备注等级 订单备注',
);
/** Columns that no other platform has; any one of them tells. */
const WECHAT_SIGNS = toNames(
  '带货账号昵称 带货账号类型 视频号名称 微信支付订单号 订单下单时间 订单确认收货时间 SKU编码(自定义) 商品编码(自定义)',
);
const KUAISHOU_SIGNS = toNames('CPS达人ID CPS达人昵称 快赚客ID 快手ID 达人快手ID 主播补贴 混资活动优惠');
const XIAOHONGSHU_SIGNS = toNames('小红书编码 小红书订单号 规格条码 SKU件数 SKU商家改价(元)');
/** 淘宝: one row for each sub-order. */
const ITEM_MARKS = ['购买数量', '外部系统编号', '子订单编号'];
/** Of these, 抖店 has 子订单编号 too. */
const TAOBAO_ITEM_MARKS = ['购买数量', '外部系统编号'];

/** The three that come first share their numbers' names with the others. */
export const ORDER_MARKS = {
  'wechat-orders': [{ any: WECHAT_SIGNS }],
  'kuaishou-orders': [{ any: KUAISHOU_SIGNS }, { all: ['订单支付时间', '实付款', '成交数量'] }],
  'xiaohongshu-orders': [{ any: XIAOHONGSHU_SIGNS }],
  'taobao-orders': [{ all: ['订单编号'], none: ['订单号', ...ITEM_MARKS] }],
  'taobao-items': [
    { all: ['订单编号'], any: ITEM_MARKS, none: ['订单号'] },
    { all: ['主订单编号'], any: TAOBAO_ITEM_MARKS, none: ['订单号', '订单编号'] },
    { all: ['主订单编号'], none: ['订单号', '订单编号', ...DOUYIN_MARKS] },
  ],
  'douyin-orders': [
    { all: ['主订单编号'], any: DOUYIN_MARKS, none: ['订单号', '订单编号', ...TAOBAO_ITEM_MARKS] },
  ],
  'jd-orders': [{ all: ['订单号'], mostly: { of: JD_MARKS, than: PINDUODUO_MARKS } }],
  'pinduoduo-orders': [{ all: ['订单号'] }],
} as const satisfies Record<string, readonly Marks[]>;

/** Columns that one platform alone names so. */
export const ORDER_SIGNS_OF = {
  'wechat-orders': WECHAT_SIGNS,
  'kuaishou-orders': [...KUAISHOU_SIGNS, '成交数量'],
  'xiaohongshu-orders': XIAOHONGSHU_SIGNS,
  'taobao-orders': toNames(
    '买家会员名 买家支付宝账号 买家实付金额 买家实际支付金额 买家应付货款 买家应付邮费 总金额 订单付款时间 宝贝标题 商品标题 宝贝总数量 宝贝种类 支付单号 支付详情 应发货时间 订单关闭原因 联系手机 收货人姓名 确认收货打款金额 打款商家金额 店铺Id 备注标签 商家备忘',
  ),
  'taobao-items': toNames(
    '购买数量 外部系统编号 套餐信息 买家应付货款 买家实付金额 买家实际支付金额 联系方式备注 主订单买家留言 商品属性 订单付款时间 支付单号',
  ),
  'douyin-orders': toNames(
    '选购商品 订单应付金额 订单提交时间 支付完成时间 旗帜颜色 APP渠道 流量来源 达人ID 优惠总金额 商家优惠 承诺发货时间 鲁班落地页ID',
  ),
  'jd-orders': toNames(
    '京东价 结算金额 余额支付 订购数量 下单帐号 下单账号 客户姓名 客户地址 付款确认时间 运费金额 商家SKUID 商家备注等级(等级1-5为由高到低) 商家备注等级',
  ),
  'pinduoduo-orders': toNames(
    '订单成交时间 商品总价(元) 邮费(元) 店铺优惠折扣(元) 平台优惠折扣(元) 用户实付金额(元) 商家实收金额(元) 商品数量(件) 样式ID 拼单成功时间 商家编码-规格维度 商家编码-SKU维度 商家编码-商品维度 多多支付立减金额(元) 支付ID',
  ),
} as const satisfies Record<keyof typeof ORDER_MARKS, readonly string[]>;

/** An export of orders from which the number was left out is no list of goods. */
const ORDER_SIGNS = toNames(
  '订单编号 订单号 主订单编号 订单状态 订单创建时间 订单付款时间 总金额 买家实付金额 下单时间 订单提交时间',
);

/** Other exports that agents mistake for orders, by columns that only they have. */
export const ORDER_STRANGERS: readonly Stranger[] = [
  { what: '退款（售后）报表', marks: { any: toNames('退款编号 售后单号 售后编号 服务单号') } },
  {
    what: '快捷短语',
    marks: { any: toNames('快捷短语 快捷短语编码 快捷编码 快捷短语分组') },
    firstCell: /^最初3行的内容请勿改动/,
  },
  { what: '聊天记录', marks: { any: toNames('发送内容 发送账号 chat_text 聊天记录') } },
  // These share names with orders, so they are strangers only where nothing speaks of an order.
  {
    what: '客服绩效（KPI）报表',
    marks: {
      any: toNames(
        '旺旺昵称 咨询人数 接待人数 询单人数 接待量 客单价 答问比 旺旺回复率 总咨询人数 首次平均响应时间',
      ),
      none: ORDER_SIGNS,
    },
  },
  {
    what: '商品（宝贝）列表',
    marks: {
      any: toNames('宝贝ID 商品ID 宝贝名称 宝贝标题 商品标题 商品名称 数字ID 一口价 seller_cids'),
      none: ORDER_SIGNS,
    },
    // 淘宝助理 writes its version first.
    firstCell: /^version\s+1\.0/i,
  },
];
