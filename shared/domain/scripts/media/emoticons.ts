import { PLATFORM_LABELS, type Platform } from '../../team/shop.ts';

/** The codes that 旺旺 and 千牛 show as pictures, with the names that they have there. */
export const EMOTICONS = [
  ['/:^_^', '微笑'],
  ['/:^$^', '害羞'],
  ['/:Q', '吐舌头'],
  ['/:815', '偷笑'],
  ['/:809', '爱慕'],
  ['/:^O^', '大笑'],
  ['/:081', '跳舞'],
  ['/:087', '飞吻'],
  ['/:086', '安慰'],
  ['/:H', '抱抱'],
  ['/:012', '加油'],
  ['/:806', '胜利'],
  ['/:b', '强'],
  ['/:^x^', '亲亲'],
  ['/:814', '花痴'],
  ['/:^W^', '露齿笑'],
  ['/:080', '查找'],
  ['/:066', '呼叫'],
  ['/:807', '算账'],
  ['/:805', '财迷'],
  ['/:071', '好主意'],
  ['/:072', '鬼脸'],
  ['/:065', '天使'],
  ['/:804', '再见'],
  ['/:813', '流口水'],
  ['/:818', '享受'],
  ['/:084', '呆若木鸡'],
  ['/:801', '思考'],
  ['/:811', '迷惑'],
  ['/:?', '疑问'],
  ['/:077', '没钱了'],
  ['/:083', '无聊'],
  ['/:817', '怀疑'],
  ['/:!', '嘘'],
  ['/:068', '小样'],
  ['/:079', '摇头'],
  ['/:028', '感冒'],
  ['/:026', '尴尬'],
  ['/:007', '傻笑'],
  ['/:816', '不会吧'],
  ['/:\'""', '无奈'],
  ['/:802', '流汗'],
  ['/:027', '凄凉'],
  ['/:(Zz...)', '困了'],
  ['/:*&*', '晕'],
  ['/:810', '忧伤'],
  ['/:>_<', '委屈'],
  ['/:018', '悲泣'],
  ['/:>O<', '大哭'],
  ['/:020', '痛哭'],
  ['/:044', 'I服了U'],
  ['/:819', '对不起'],
  ['/:085', '再见'],
  ['/:812', '皱眉'],
  ['/:"', '好累'],
  ['/:>M<', '生病'],
  ['/:>@<', '吐'],
  ['/:076', '背'],
  ['/:069', '惊讶'],
  ['/:O=O', '老大'],
  ['/:O', '惊愕'],
  ['/:067', '闭嘴'],
  ['/:043', '欠扁'],
  ['/:P', '鄙视你'],
  ['/:808', '大怒'],
  ['/:>W<', '生气'],
  ['/:073', '财神'],
  ['/:008', '学习雷锋'],
  ['/:803', '恭喜发财'],
  ['/:074', '小二'],
  ['/:036', '邪恶'],
  ['/:039', '单挑'],
  ['/:045', 'CS'],
  ['/:046', '隐形人'],
  ['/:048', '炸弹'],
  ['/:047', '惊声尖叫'],
  ['/:girl', '漂亮MM'],
  ['/:man', '帅哥'],
  ['/:052', '招财猫'],
  ['/:(OK)', '成交'],
  ['/:8*8', '鼓掌'],
  ['/:)-(', '握手'],
  ['/:lip', '红唇'],
  ['/:-F', '玫瑰'],
  ['/:-W', '残花'],
  ['/:Y', '爱心'],
  ['/:qp', '心碎'],
  ['/:$', '钱'],
  ['/:%', '购物'],
  ['/:(&)', '礼物'],
  ['/:@', '收邮件'],
  ['/:~B', '电话'],
  ['/:U*U', '举杯庆祝'],
  ['/:clock', '时钟'],
  ['/:R', '等待'],
  ['/:C', '很晚了'],
  ['/:plane', '飞机'],
  ['/:075', '支付宝'],
] as const satisfies readonly (readonly [string, string])[];

/** Emoticons that an agent may want to send to a customer; the others are only read. */
const POLITE =
  '微笑 大笑 偷笑 加油 胜利 强 抱抱 飞吻 爱心 玫瑰 鼓掌 握手 成交 礼物 购物 对不起 再见 思考 疑问 害羞 安慰 恭喜发财 举杯庆祝 等待 小二';
const POLITE_NAMES: ReadonlySet<string> = new Set(POLITE.split(' '));

/** Offered in the editor, in the order in which the platform shows them. */
export const OFFERED_EMOTICONS = EMOTICONS.filter(
  ([code, name]) => POLITE_NAMES.has(name) && code !== '/:085',
).map(([code, name]) => ({ code, name }));

const NAMES: ReadonlyMap<string, string> = new Map(EMOTICONS);
const escaped = (code: string) => code.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
/** Longer codes first: `/:O=O` begins like `/:O`. */
const ANY = new RegExp(
  EMOTICONS.map(([code]) => code)
    .toSorted((one, other) => other.length - one.length)
    .map(escaped)
    .join('|'),
  'gu',
);

export type EmoticonPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emoticon'; readonly code: string; readonly name: string };

/** The text cut at its emoticons. */
export function emoticonPieces(text: string): readonly EmoticonPiece[] {
  const pieces: EmoticonPiece[] = [];
  let end = 0;
  for (const { 0: code, index } of text.matchAll(ANY)) {
    if (index > end) pieces.push({ kind: 'text', text: text.slice(end, index) });
    pieces.push({ kind: 'emoticon', code, name: NAMES.get(code) ?? code });
    end = index + code.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

export const hasEmoticon = (text: string): boolean =>
  emoticonPieces(text).some(({ kind }) => kind === 'emoticon');

export const showsEmoticons = (platform: Platform): boolean => platform === 'taobao' || platform === 'tmall';

/** Warns that the codes would arrive as they are written, as text. */
export function emoticonHint(texts: readonly string[], platform: Platform | null): string | null {
  if (platform === null || showsEmoticons(platform) || !texts.some(hasEmoticon)) return null;
  return `含千牛表情代码，${PLATFORM_LABELS[platform]}不会显示成表情`;
}
