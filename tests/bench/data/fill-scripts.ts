import type { WritableDb } from '../../../electron/store/connection.ts';
import { createScriptGroupStore, createScriptStore } from '../../../electron/store/scripts/script-store.ts';
import { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import {
  FOR_ALL,
  type Script,
  type ScriptGroup,
  type ScriptStage,
} from '../../../shared/domain/scripts/script.ts';
import { below, createRandom, pick } from '../support/random.ts';
import { BENCH_NOW_MS, SEED } from './invented.ts';

type Topic = {
  readonly title: string;
  readonly keywords: string;
  readonly group: string;
  readonly stage: ScriptStage;
  readonly text: string;
};

const PRODUCTS = [
  '羽绒服 yrf',
  '保温杯 bwb',
  '不粘锅 bzg',
  '蓝牙耳机 lyej',
  '护眼台灯 hytd',
  '儿童书包 etsb',
  '电热毯 drt',
  '行李箱 xlx',
  '瑜伽垫 yjd',
  '面霜 ms',
  '洗衣液 xyy',
  '机械键盘 jxjp',
  '空气炸锅 kqzg',
  '真皮钱包 zpqb',
  '跑步鞋 pbx',
  '乳胶枕 rjz',
  '猫粮 ml',
  '手机壳 sjk',
  '登山包 dsb',
  '婴儿推车 yetc',
  '连衣裙 lyq',
  '剃须刀 txd',
  '床上四件套 cssjt',
  '普洱茶 pec',
  '坚果礼盒 jglh',
].map((line) => line.split(' ') as [string, string]);

const EDITIONS = [
  '春季款',
  '夏季款',
  '秋季款',
  '冬季款',
  '新款',
  '经典款',
  '升级款',
  '礼盒装',
  '直播间专享',
  '会员专享',
  '加大码',
  '情侣款',
  '学生款',
  '旅行装',
  '家庭装',
  '限量版',
  '联名款',
];

const topic = (title: string, keywords: string, rest: Omit<Topic, 'title' | 'keywords'>): Topic => ({
  title,
  keywords,
  ...rest,
});

const ASKED = { group: '商品问答', stage: 'inquiry' } as const;
const ON_THE_WAY = { group: '商品发货', stage: 'shipping' } as const;
const CARE = { group: '商品售后', stage: 'after-sales' } as const;
const PRICE = { group: '商品活动', stage: 'bargain' } as const;

const TOPICS: readonly Topic[] = [
  topic('材质介绍', '用料 面料', { ...ASKED, text: '用料写在详情页的参数一栏，您可以放心对照' }),
  topic('尺寸对照', '大小 规格', { ...ASKED, text: '尺寸请看详情页的对照表，量好以后再选更稳妥' }),
  topic('颜色怎么选', '色号 搭配', { ...ASKED, text: '浅色显干净，深色耐脏，看您平时的使用习惯' }),
  topic('适合什么人', '人群 年龄', { ...ASKED, text: '日常使用都合适，有特殊情况请先告诉我' }),
  topic('和上一代的区别', '升级 对照', { ...ASKED, text: '这一代主要改了做工和手感，功能上差别不大' }),
  topic('安装步骤', '组装 图解', { ...ASKED, text: '包装里有图解，按顺序装好大约需要十分钟' }),
  topic('使用方法', '说明书 教程', { ...ASKED, text: '第一次使用前请先看说明书，步骤不多' }),
  topic('保质期说明', '日期 批次', { ...ASKED, text: '批次和日期印在包装底部，收到后可以核对' }),
  topic('是否有现货', '库存 补货', { ...ASKED, text: '页面能拍下的都是现货，显示缺的要等补货' }),
  topic('预计几天到', '时效 几天', { ...ON_THE_WAY, text: '一般三到五天能到，偏远一些的地方会再慢一点' }),
  topic('包装方式', '纸箱 防震', { ...ON_THE_WAY, text: '外面是纸箱，里面有防震材料，不容易磕碰' }),
  topic('从哪里发出', '仓库 产地', { ...ON_THE_WAY, text: '由就近的仓库发出，具体以面单为准' }),
  topic('大件送货上门', '搬运 楼层', { ...ON_THE_WAY, text: '大件会提前和您约时间，能否上楼看当地网点' }),
  topic('清洗保养', '洗涤 收纳', { ...CARE, text: '请按吊牌上的方法清洗，收起来之前要晾干' }),
  topic('质保多久', '保修 维修', { ...CARE, text: '质保期写在卡片上，请和订单截图一起收好' }),
  topic('配件单买', '替换 零件', { ...CARE, text: '配件可以单独买，告诉我型号我发您链接' }),
  topic('气味怎么处理', '味道 通风', { ...CARE, text: '新的会有一点味道，通风放两天就会散去' }),
  topic('使用中有响声', '异响 检查', { ...CARE, text: '先检查有没有装紧，再拍一段视频给我看看' }),
  topic('开不了机', '故障 充电', { ...CARE, text: '先充满电再试一次，还不行就拍视频给我' }),
  topic('套装更划算', '组合 一起买', { ...PRICE, text: '单件和套装的价格页面上都有，您可以比较' }),
  topic('新人首单', '首单 立减', { ...PRICE, text: '第一次在本店下单，付款页面会自动算好' }),
  topic('满额包邮', '邮费 凑单', { ...PRICE, text: '页面标着多少包邮就是多少，差一点可以凑' }),
  topic('老顾客回馈', '积分 兑换', { ...PRICE, text: '积分在会员页面可以查到，也可以在那里兑换' }),
  topic('直播价说明', '直播 专享', { ...PRICE, text: '直播间的价格只在直播时有，结束后恢复原价' }),
];

const OPENINGS = ['您好，', '您好，很高兴为您服务，', '让您久等了，', '感谢您的等待，', '在的，'];
const ENDINGS = ['有问题随时联系我。', '请您放心。', '您看可以吗？', '祝您生活愉快。', '我一直在。'];

const GROUPS = [...new Set(TOPICS.map(({ group }) => group))].map((name, index) => ({
  id: ScriptGroupId.parse(`bench-group-${index}`),
  parentId: null,
  name,
  sortKey: 1000 + index,
})) satisfies ScriptGroup[];

/** The product knowledge that a large team has written over the years: every product, edition and topic its script. */
export function inventedLibrary(count: number): {
  readonly scripts: Script[];
  readonly groups: ScriptGroup[];
} {
  const random = createRandom(SEED);
  const scripts = Array.from({ length: count }, (_, index): Script => {
    const about = TOPICS[index % TOPICS.length] as Topic;
    const [product, letters] = PRODUCTS[Math.floor(index / TOPICS.length) % PRODUCTS.length] as [
      string,
      string,
    ];
    const round = Math.floor(index / (TOPICS.length * PRODUCTS.length));
    const edition = EDITIONS[round % EDITIONS.length] ?? '';
    const uses = below(random, 50);
    const isUsed = uses > 45;
    return {
      id: ScriptId.parse(`bench-script-${index}`),
      scope: FOR_ALL,
      groupId: GROUPS.find(({ name }) => name === about.group)?.id ?? null,
      title: `${product}（${edition}）：${about.title}`,
      code: `${letters}${index}`,
      parts: [`${pick(random, OPENINGS)}${product}${edition}${about.text}，${pick(random, ENDINGS)}`],
      keywords: about.keywords,
      tags: [product],
      fit: { stages: [about.stage], reasons: [], steps: [], grades: [] },
      sortKey: 1000 + index,
      archivedAtMs: null,
      updatedAtMs: BENCH_NOW_MS,
      useCount: isUsed ? 1 : 0,
      lastUsedAtMs: isUsed ? BENCH_NOW_MS - uses : null,
    };
  });
  return { scripts, groups: GROUPS };
}

export function fillScripts(db: WritableDb, count: number): void {
  if (count === 0) return;
  const library = inventedLibrary(count);
  const scripts = createScriptStore(db);
  const groups = createScriptGroupStore(db);
  for (const group of library.groups) groups.save(group);
  for (const script of library.scripts) {
    scripts.save(script);
    if (script.lastUsedAtMs !== null) scripts.countUse(script.id, script.lastUsedAtMs);
  }
}
