import { HOUSE, type WordingRule } from './wording-rule.ts';

/** R13: how a customer is addressed and answered. */
export const MANNER_RULES: readonly WordingRule[] = [
  {
    id: 'pet-name',
    name: '称呼',
    severity: 'warning',
    explanation: '称呼客户用“您”',
    source: HOUSE,
    match: {
      kind: 'pattern',
      // A bare 您 reads well inside a sentence only; in front of it a greeting does, behind it nothing is missed.
      patterns: [
        { pattern: /亲{1,20}(?:爱的)?[，,、~～!！\s]{0,20}[您你]好/gu, replacement: '您好' },
        { pattern: /亲{1,20}[您你]/gu, replacement: '您' },
        { pattern: /(?<=^|[。！？!?；;\n])(?:亲{1,20}|亲爱的)[，,~～!！\s]{1,20}/gu, replacement: '您好，' },
        { pattern: /(?<=^|[。！？!?；;\n])亲{1,20}(?=[。！？!?；;\n]|$)/gu, replacement: '您好' },
        { pattern: /(?<=[^。！？!?；;\n])[，,]?亲{1,20}(?=[。！？!?；;~～\n]|$)/gu, replacement: '' },
        { pattern: /亲爱的/gu },
        { pattern: /亲{1,20}/gu, replacement: '您' },
      ],
      exceptions:
        /亲(?:自|手|身|戚|测|肤|友|人|情|子|属|生|朋|临|近|切|密|和|水|眼|口|笔|历|民|昵|家|吻)|[母父双娘近远乡单至宗省探定提相娶成征]亲|亲{1,2}(?:宝贝|抱抱)/gu,
    },
    hits: ['亲，在的', '亲亲您好', '好的亲~', '帮亲查一下', '亲们注意', '亲爱的，在吗', '亲，您好'],
    misses: ['我亲自核对', '亲手做的', '送给亲戚', '亲测可用', '亲肤面料', '送母亲', '亲子装', '请亲临门店'],
  },
  {
    id: 'plain-you',
    name: '称呼',
    severity: 'advice',
    explanation: '称呼客户用“您”',
    source: HOUSE,
    match: {
      kind: 'pattern',
      patterns: [{ pattern: /你们?/gu, replacement: '您' }],
      exceptions: /迷你|你侬我侬|亲{1,20}[，,、~～!！\s]{0,20}你/gu,
    },
    hits: ['你好', '请问你要哪一款', '你们需要几件'],
    misses: ['您好', '迷你款还有货'],
  },
  {
    id: 'cold-laugh',
    name: '冷笑的语气',
    severity: 'warning',
    explanation: '“呵呵”像在讥讽，可用“哈哈”或“嘿嘿”',
    source: HOUSE,
    match: {
      kind: 'pattern',
      patterns: [{ pattern: /呵{2,20}/gu, replacement: '哈哈' }],
      exceptions: /[笑乐]呵呵/gu,
    },
    hits: ['呵呵', '呵呵呵，您真会说'],
    misses: ['哈哈', '嘿嘿', '笑呵呵的图案', '呵护肌肤'],
  },
  {
    id: 'lone-interjection',
    name: '单独的语气词',
    severity: 'warning',
    explanation: '单独一个语气词显得冷淡，请说完整',
    source: HOUSE,
    match: {
      kind: 'pattern',
      patterns: [
        {
          pattern:
            /(?<=(?:^|[。！？!?；;~～…\n])[\s，,]{0,20})[哦嗯噢]{1,20}(?=[\s，,]{0,20}(?:[。！？!?；;~～…\n]|$))/gu,
          replacement: '好的',
        },
        {
          pattern:
            /(?<=(?:^|[。！？!?；;~～…\n])[\s，,]{0,20})(?:[啊额呃]{1,20}|哈)(?=[\s，,]{0,20}(?:[。！？!?；;~～…\n]|$))/gu,
        },
      ],
    },
    hits: ['哦', '嗯。', '嗯嗯', '啊？', '哈', '好的。嗯。我看看'],
    misses: ['嗯，我帮您看看', '哈哈', '有货的哦', '好啊', '哈密瓜有货'],
  },
  {
    id: 'rude',
    name: '生硬用语',
    severity: 'warning',
    explanation: '生硬或敷衍，请说明能为客户做什么',
    source: HOUSE,
    match: {
      kind: 'pattern',
      patterns: [
        { pattern: /自己(?:去|不会)?(?:看|找|查|想)(?:吧|去|啊|呗)?/gu },
        { pattern: /自行(?:百度|查看|查询|解决|处理)/gu },
        { pattern: /不知道|不清楚，|没办法|不可能/gu },
        { pattern: /爱买不买|爱[要退]不[要退]|买不起|嫌贵别买/gu },
        { pattern: /(?:听|看)不懂(?:吗|啊|人话)|看不见吗|没看到吗|不会看吗|不识字/gu },
        { pattern: /随便[您你]|关我什么事|不(?:关|归)我(?:的事|管)?|找我也?没用/gu },
        {
          pattern:
            /(?:都|已经)?说过(?:多少|很多|好几|几)?遍?了|(?<!着)[急催]什么|烦不烦|有病|神经病|闭嘴|无语|懒得/gu,
        },
        { pattern: /已阅|系统规定|规定就是(?:这样)?|等着吧|没空|稍安勿躁|(?:您|你)?请自便/gu },
      ],
      exceptions:
        /已阅读|不知道(?:您|是不是|是否|能不能|可不可以|方不方便|合不合适|有没有|这样)|有没办法|自己(?:看一?看|想要?的)|自己看着|有病(?:史|症)|[您你]不知道|(?<![和跟对给])[您你](?:之前|刚才|刚刚|已经)?说过/gu,
    },
    hits: [
      '自己看',
      '不知道',
      '没办法',
      '爱买不买',
      '听不懂吗',
      '已阅',
      '随便您',
      '这是系统规定',
      '催什么',
      '稍安勿躁',
    ],
    misses: [
      '不知道您方便吗',
      '已阅读须知',
      '我去核实后回复您',
      '您可以自己看一看评价',
      '您之前说过了尺码',
      '您着急什么时候用',
      '有没有办法改地址',
    ],
  },
  {
    id: 'shouting',
    name: '连续的标点',
    severity: 'advice',
    explanation: '连用感叹号或问号像在催促',
    source: HOUSE,
    match: {
      kind: 'pattern',
      patterns: [
        { pattern: /[!！]{2,50}/gu, replacement: '！' },
        { pattern: /[?？]{2,50}/gu, replacement: '？' },
      ],
    },
    hits: ['有货！！', '在吗？？？', '快拍!!'],
    misses: ['有货！', '在吗？'],
  },
];
