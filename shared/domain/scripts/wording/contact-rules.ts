import type { WordingRule, WordingSpan } from './wording-rule.ts';

/** The shops' own platforms; a host counts with everything below it. */
const PLATFORM_HOSTS = [
  'taobao.com',
  'tmall.com',
  'tmall.hk',
  'tb.cn',
  'jd.com',
  '3.cn',
  'pinduoduo.com',
  'yangkeduo.com',
  'jinritemai.com',
  'douyin.com',
];

const LINK =
  /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,8}(?:com|cn|net|org|cc|top|shop|vip|hk|xyz|me|link)(?![a-z0-9-])[\w/?=&%#.:-]{0,2000}/giu;

function isOfPlatform(link: string): boolean {
  const [host = ''] = link
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .split(/[/?#:]/u);
  return PLATFORM_HOSTS.some((own) => host === own || host.endsWith(`.${own}`));
}

function foreignLinks(text: string): readonly WordingSpan[] {
  return (
    [...text.matchAll(LINK)]
      // A domain behind an @ belongs to a mailbox, which `off-platform` reports whole.
      .filter((link) => text[link.index - 1] !== '@' && !isOfPlatform(link[0]))
      .map((link) => ({ start: link.index, end: link.index + link[0].length }))
  );
}

const WHY = '联系和付款都留在平台内，站外引流会被平台处罚';

/** Customers are served and pay on the platform. */
export const CONTACT_RULES: readonly WordingRule[] = [
  {
    id: 'off-platform',
    name: '站外联系',
    severity: 'warning',
    explanation: WHY,
    source: { kind: 'platform', name: '站外引流' },
    match: {
      kind: 'pattern',
      patterns: [
        { pattern: /(?:加(?:一下|个|下)?)?(?:我的?)?[微薇]信号?|(?<![a-z0-9])(?:vx|wx|v信)(?![a-z0-9])/giu },
        { pattern: /加(?:一下|个|下)?[v薇微](?![a-z信])/giu },
        { pattern: /(?:加(?:一下|个|下)?)?(?:我的?)?(?:(?<![a-z])qq(?![a-z])号?|扣扣)/giu },
        { pattern: /(?<![参增])加我(?!们)(?:好友)?|加(?:个|一下)?好友/gu },
        { pattern: /私下|线下(?:转账|交易|付款|联系|打款|支付)|(?:私下|直接)?转账|(?:打|汇)款(?:到|给)/gu },
        { pattern: /支付宝(?:账号|收款码|打款)|扫(?:描|一扫)?(?:二维)?码(?:加|付|支付|转|进群)|进群/gu },
        { pattern: /(?<![\da-z])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}| \d{4} \d{4}|-\d{4}-\d{4})(?![\da-z])/giu },
        { pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu },
      ],
      exceptions:
        /(?:不要|请勿|切勿|不会|别|谨防|警惕|拒绝|严禁)[^，,。！？!?；;\n]{0,6}(?:[微薇]信|qq|转账|私下|线下|好友)(?:转账|交易|付款)?|微信(?:支付|付款)|qq糖|(?:单号|订单号?|编号|物流号)[^\d，。,]{0,6}\d{1,64}/giu,
    },
    hits: [
      '加我微信',
      '加V详聊',
      '我的QQ是 12345',
      '可以私下转账',
      '打 13812345678',
      '电话 138-1234-5678',
      '加个好友',
      'shop@example.com',
    ],
    misses: [
      '单号 13812345678',
      'SF1381234567890',
      '订单 3304370000000000005',
      '请勿私下转账',
      '参加我们的活动',
      '支持微信支付',
      '请不要相信陌生人的转账要求',
    ],
  },
  {
    id: 'foreign-link',
    name: '站外链接',
    severity: 'warning',
    explanation: WHY,
    source: { kind: 'platform', name: '站外引流' },
    match: { kind: 'function', find: foreignLinks },
    hits: ['https://example.com/a', '请打开 www.example.cn', 'taobao.com.example.net'],
    misses: [
      'https://item.taobao.com/item.htm?id=1',
      'detail.tmall.com/item',
      '规格 3.5cm',
      'https://m.tb.cn/h.abc',
    ],
  },
];
