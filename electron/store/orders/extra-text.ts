import type { Order } from '../../../shared/domain/orders/order.ts';

/**
 * Columns of exports that are kept as extra, in the order of their short names. A third of what an order took on disk
 * were these names, said again for every order. Only ever append: a stored order is read by the place in this list.
 */
const NAMES: readonly string[] = [
  ...'买家支付积分 返点积分 买家实际支付积分 卖家服务费 买家服务费 发票抬头'.split(' '),
  ...'是否手机订单 分阶段订单信息 特权订金订单id 是否上传合同照片 是否上传小票'.split(' '),
  ...'是否代付 定金排名 修改后的sku 修改后的收货地址 异常信息 天猫卡券抵扣 集分宝抵扣'.split(' '),
  ...'是否是O2O交易 新零售交易类型 新零售导购门店名称 新零售导购门店id'.split(' '),
  ...'新零售发货门店名称 新零售发货门店id 新零售成交门店昵称 新零售成交门店id'.split(' '),
  ...'新零售成交经销商id 预约门店 含应开票给个人的个人红包 含应开票给个人红包'.split(' '),
  ...'是否信用购 体验期结束时间 前N有礼 配送类型 虚拟号过期时间 直播返现状态 返现金额'.split(' '),
  ...'延迟发货自动赔付金额 预售订单 是否主动赔付 主动赔付金额 主动赔付出账时间'.split(' '),
  ...'C2B小额收款 分销商Id 分销商店铺名称 店铺Id 运送方式 主订单编号 支付方式 分阶段信息'.split(' '),
  ...'淘鲜达渠道 飞猪购订单信息 免单资格 免单金额 百亿补贴超链订单信息'.split(' '),
  ...'超链半托管订单信息 平台优惠 商家优惠 优惠总金额 达人优惠 商家改价 支付优惠'.split(' '),
  ...'红包抵扣 手续费 是否修改过地址 地址修改时段 APP渠道 流量来源 流量类型 流量体裁'.split(' '),
  ...'流量渠道 广告渠道 订单类型 鲁班落地页ID 达人ID 达人昵称 所属门店ID 预约发货时间'.split(' '),
  ...'预约送达时间 预计送达时间 建议发货时间(起) 建议发货时间(止) 仓库ID 仓库名称'.split(' '),
  ...'是否安心购 发货主体 发货主体明细 降价类优惠 平台实际承担优惠金额'.split(' '),
  ...'商家实际承担优惠金额 达人实际承担优惠金额 是否平台仓自流转 车型 商品69码'.split(' '),
  ...'发货SN码 发货IMEI码1 发货IMEI码2 物流SN码 物流IMEI码1 物流IMEI码2 是否是以旧换新'.split(' '),
  ...'换新额外补贴 换新额外补贴发放状态 序列号 拼团订单团编号 商品单价是否含税 税费'.split(' '),
  ...'教育优惠 是否是渠道商品 货号 店铺优惠折扣(元) 平台优惠折扣(元)'.split(' '),
  ...'多多支付立减金额(元) 上门安装费(元) 送货入户费(元) 送货入户并安装费(元)'.split(' '),
  ...'身份证姓名 身份证号码 是否异常 用户购买手机号 海淘清关订单号 是否抽奖或0元试用'.split(' '),
  ...'是否顺丰加价 关联货品编码 货品名称 货品类型 子货品 仓库所在地址 是否门店自提'.split(' '),
  ...'门店名称 门店自定义编码 旅行类信息 订单确认时间 样式ID 商家编码-商品维度'.split(' '),
  ...'商品ID 余额支付 发票类型 发票内容 增值税发票 普通发票纳税编号 订单来源 订单渠道'.split(' '),
  ...'送装服务 服务费 是否为品牌商订单 是否为toplife订单 京东价'.split(' '),
];

const MARK = '~';
const shortOf = new Map(NAMES.map((name, place) => [name, MARK + place.toString(36)]));
const nameOf = new Map([...shortOf].map(([name, short]) => [short, name]));

type Extra = Order['extra'];

/** A name that is not in the list stays itself; one that looks like a short name is marked once more. */
export function toExtraName(name: string): string {
  return shortOf.get(name) ?? (name.startsWith(MARK) ? MARK + MARK + name.slice(1) : name);
}

function toName(short: string): string {
  if (!short.startsWith(MARK)) return short;
  return nameOf.get(short) ?? (short.startsWith(MARK + MARK) ? short.slice(1) : short);
}

function renamed(extra: Extra, rename: (name: string) => string): Extra {
  const result: Extra = {};
  for (const name in extra) {
    const value = extra[name];
    if (value !== undefined) result[rename(name)] = value;
  }
  return result;
}

/** JSON, as the column `extra` holds it. */
export function toExtraText(extra: Extra): string {
  return JSON.stringify(renamed(extra, toExtraName));
}

export function fromExtraText(text: string): Extra {
  // Written by the stores from the same type.
  return text === '{}' ? {} : renamed(JSON.parse(text) as Extra, toName);
}
