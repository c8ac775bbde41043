import { FILE_FORMAT_LABELS, type FileFormat } from '../../../../shared/domain/import-run.ts';
import { normaliseHeader } from './header-name.ts';

export type Detected =
  | { readonly kind: 'format'; readonly format: FileFormat }
  | { readonly kind: 'unreadable'; readonly reason: string };

const CAN_IMPORT = `这里可以导入订单报表和宝贝报表（${Object.values(FILE_FORMAT_LABELS).join('、')}）`;
const LISTED_COLUMNS = 12;

const DOUYIN_MARKS =
  '选购商品 商品规格 订单应付金额 订单提交时间 支付完成时间 旗帜颜色 承诺发货时间 APP渠道 流量来源 达人ID 优惠总金额 商家优惠 收件人 商品单价 商品数量 取消原因 运费';
const PINDUODUO_MARKS =
  '订单成交时间 商品 商品总价(元) 邮费(元) 店铺优惠折扣(元) 平台优惠折扣(元) 用户实付金额(元) 商家实收金额(元) 商品数量(件) 样式ID 拼单成功时间 商家编码-规格维度 商家编码-SKU维度 商家编码-商品维度 支付时间 快递公司 确认收货时间 发货时间 商品规格 支付ID 收货人 承诺发货时间 售后状态';
const JD_MARKS =
  '下单时间 京东价 订单金额 结算金额 余额支付 应付金额 订购数量 下单帐号 下单账号 客户姓名 客户地址 付款确认时间 商品名称 运费金额 货号 订单来源 订单渠道 商家SKUID 发票类型 发票抬头 商家备注等级(等级1-5为由高到低) 商家备注等级 订单备注';

/** 淘宝: one row for each sub-order. */
const ITEM_MARKS = ['购买数量', '外部系统编号', '子订单编号'];

const MARKS = {
  douyin: toNames(DOUYIN_MARKS),
  pinduoduo: toNames(PINDUODUO_MARKS),
  jd: toNames(JD_MARKS),
};

/** Other exports that agents mistake for orders, by columns that only they have. */
const FOREIGN_KINDS: readonly { readonly what: string; readonly marks: readonly string[] }[] = [
  { what: '退款（售后）报表', marks: toNames('退款编号 售后单号 售后编号 服务单号') },
  { what: '快捷短语', marks: toNames('快捷短语 快捷短语编码 快捷编码 快捷短语分组') },
  { what: '聊天记录', marks: toNames('发送内容 发送账号 chat_text 聊天记录') },
];

/** Kinds that share names with orders: only where the file has no order number. */
const FOREIGN_WITHOUT_NUMBER: readonly { readonly what: string; readonly marks: readonly string[] }[] = [
  {
    what: '客服绩效（KPI）报表',
    marks: toNames(
      '旺旺昵称 咨询人数 接待人数 询单人数 接待量 客单价 答问比 旺旺回复率 总咨询人数 首次平均响应时间',
    ),
  },
  {
    what: '商品（宝贝）列表',
    marks: toNames('宝贝ID 商品ID 宝贝名称 宝贝标题 商品标题 商品名称 数字ID 一口价 seller_cids'),
  },
];

/** An export of orders from which the number was left out is no list of goods. */
const ORDER_SIGNS = toNames('订单状态 订单创建时间 订单付款时间 总金额 买家实付金额 下单时间 订单提交时间');

function toNames(names: string): string[] {
  return names.split(' ').map(normaliseHeader);
}

/** Section 8 of the format notes: the columns decide, never the file's name. */
export function detectFormat(headers: readonly string[]): Detected {
  const names = new Set(headers.map(normaliseHeader));
  const foreign = FOREIGN_KINDS.find(({ marks }) => marks.some((mark) => names.has(mark)));
  if (foreign) return isForeign(foreign.what);
  const format = formatOf(names);
  if (format) return { kind: 'format', format };
  return foreignWithoutNumber(names) ?? noOrderNumber(headers);
}

function formatOf(names: ReadonlySet<string>): FileFormat | undefined {
  if (names.has('订单号')) {
    return count(names, MARKS.jd) > count(names, MARKS.pinduoduo) ? 'jd-orders' : 'pinduoduo-orders';
  }
  const hasItems = ITEM_MARKS.some((mark) => names.has(mark));
  if (names.has('订单编号')) return hasItems ? 'taobao-items' : 'taobao-orders';
  if (!names.has('主订单编号')) return undefined;
  const isDouyin = !names.has('购买数量') && !names.has('外部系统编号') && count(names, MARKS.douyin) > 0;
  return isDouyin ? 'douyin-orders' : 'taobao-items';
}

function count(names: ReadonlySet<string>, marks: readonly string[]): number {
  return marks.filter((mark) => names.has(mark)).length;
}

function isForeign(what: string): Detected {
  return { kind: 'unreadable', reason: `这是${what}，不是订单；${CAN_IMPORT}` };
}

function foreignWithoutNumber(names: ReadonlySet<string>): Detected | undefined {
  if (ORDER_SIGNS.some((sign) => names.has(sign))) return undefined;
  const foreign = FOREIGN_WITHOUT_NUMBER.find(({ marks }) => marks.some((mark) => names.has(mark)));
  return foreign && isForeign(foreign.what);
}

function noOrderNumber(headers: readonly string[]): Detected {
  return {
    kind: 'unreadable',
    reason: `文件里没有订单编号这一列，无法导入。读到的列：${listColumns(headers)}。请在导出时勾选「订单编号」后重新导出；${CAN_IMPORT}`,
  };
}

function listColumns(headers: readonly string[]): string {
  const filled = headers.filter((header) => header !== '');
  const listed = filled.slice(0, LISTED_COLUMNS).map((header) => header.slice(0, 20));
  return `${listed.join('、')}${filled.length > LISTED_COLUMNS ? ` 等 ${filled.length} 列` : ''}`;
}

/** The file has no header that we know: says what it is instead, as far as its first rows tell. */
export function explainUnknown(firstRows: readonly (readonly string[])[]): string {
  const firstCell = firstRows[0]?.[0] ?? '';
  if (/^version\s+1\.0/i.test(firstCell)) return `这是淘宝助理的商品（宝贝）列表，不是订单；${CAN_IMPORT}`;
  if (firstCell.startsWith('最初3行的内容请勿改动')) return `这是快捷短语，不是订单；${CAN_IMPORT}`;
  for (const row of firstRows) {
    const names = new Set(row.map(normaliseHeader));
    const kinds = [...FOREIGN_KINDS, ...FOREIGN_WITHOUT_NUMBER];
    const foreign = kinds.find(({ marks }) => marks.some((mark) => names.has(mark)));
    if (foreign) return `这是${foreign.what}，不是订单；${CAN_IMPORT}`;
  }
  const widest = firstRows.toSorted((a, b) => b.filter(Boolean).length - a.filter(Boolean).length)[0] ?? [];
  if (!widest.some((cell) => cell !== '')) return `文件里没有数据；${CAN_IMPORT}`;
  return `没有找到订单报表的表头：缺少订单编号、订单状态、金额、时间等列。读到的列：${listColumns(widest)}。${CAN_IMPORT}`;
}
