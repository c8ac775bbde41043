import { normaliseHeader } from '../reading/columns/header-name.ts';

type ForeignFile = {
  readonly what: string;
  /** Columns that it has and no platform of ours; two of them tell. */
  readonly signs: readonly string[];
  readonly isErp?: boolean;
};

const signs = (names: string): readonly string[] => names.split(' ').map(normaliseHeader);

/** Order files of platforms and programs that cannot be imported; some of their columns have the names of ours. */
const FOREIGN_FILES: readonly ForeignFile[] = [
  {
    what: '有赞',
    signs: signs(
      '归属店铺 粉丝昵称 买家付款时间 订单实付金额 订单应收金额 外部支付流水号 全部商品名称 商家订单备注',
    ),
  },
  {
    what: '1688',
    signs: signs('买家公司名 卖家公司名 卖家会员名 货品总价(元) 涨价或折扣(元) 实付款(元) 货品标题'),
  },
  { what: '唯品会', signs: signs('唯品会订单号 PO号 PO单号 档期号 拣货单号 入库单号') },
  {
    what: '旺店通',
    isErp: true,
    signs: signs(
      '子单原始单号 原始单号 原始子单号 客户网名 分摊后总价 实发数量 买家实付 订单退款状态 打单员',
    ),
  },
  {
    what: '聚水潭',
    isErp: true,
    signs: signs(
      '内部订单号 线上订单号 线上子订单编号 原始线上订单号 已付金额 买家账号 付款日期 订单日期 发货仓',
    ),
  },
  {
    what: '管易',
    isErp: true,
    signs: signs('单据编号 平台单号 会员代码 拍单时间 让利金额 让利后金额'),
  },
  {
    what: 'ERP 或打单软件',
    isErp: true,
    signs: signs(
      '平台单号 平台订单号 系统单号 系统订单号 内部单号 外部订单号 线上单号 原始订单号 波次号 拣货员 打单时间 称重重量 预估重量',
    ),
  },
];

const TELLING = 2;
/** A column of another platform that says what ours would say under another name. */
const SPEAKS_OF_ORDERS =
  /付款|支付|实付|应付|应收|实收|金额|时间|日期|数量|单号|编号|状态|昵称|账号|会员|货品|店铺/;

/** Why the file is none of ours, in the agent's words, with the way out; `undefined`: no sign says so. */
export function foreignFile(names: ReadonlySet<string>): string | undefined {
  const counted = FOREIGN_FILES.map((file) => ({
    file,
    count: file.signs.filter((sign) => names.has(sign)).length,
  }));
  const [likeliest] = counted.toSorted((a, b) => b.count - a.count);
  if (!likeliest || likeliest.count < TELLING) return undefined;
  const { what, isErp = false } = likeliest.file;
  return isErp
    ? `这是${what}导出的订单，不是平台的报表；请到店铺的商家后台导出原始报表后再导入`
    : `这是${what}的订单报表，目前不支持这个平台`;
}

/** `strange`: the columns that we do not know, of a file in which nothing shows a platform of ours. */
export function likelyForeign(strange: readonly string[]): string | undefined {
  const telling = strange.filter((name) => SPEAKS_OF_ORDERS.test(name));
  if (telling.length < TELLING) return undefined;
  const named = telling.slice(0, 5).join('、');
  return `看起来是其他平台或 ERP 的订单报表（有${named}等列）；请到店铺的商家后台导出原始报表后再导入`;
}
