/** So long a name is said as it is. */
const SAID_WHOLE = 14;
/** Of a longer one without a known word for goods, the beginning. */
const MOST = 16;
/** Before a word for goods there is what kind of it is meant: 316不锈钢｜保温杯. */
const LEAST = 3;
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const BRACKETS = /[【［[〖「『《<][^】］\]〗」』》>]*[】］\]〗」』》>]|[（(][^）)]*[）)]/gu;
/** Written for the search of the platform, not for a reader. */
const FOR_SEARCH =
  /天猫|淘宝|京东|拼多多|官方|旗舰店?|专柜|正品|包邮|爆款|网红|ins风?|新款|新品|热卖|特价|清仓|促销|同款|明星|抖音|20\d\d年?/giu;

/** Words at which a title has named the goods. A longer word stands before the shorter one that it ends with. */
const GOODS = [
  '保温杯 保温壶 水杯 马克杯 茶杯 杯子 水壶 茶壶 茶具套装 茶具 餐具 碗 盘 筷子 锅 炒锅 电饭煲 空气炸锅 榨汁机 破壁机',
  '短袖T恤 T恤 衬衫 卫衣 毛衣 针织衫 羽绒服 棉服 外套 夹克 风衣 大衣 防晒衣 西装 马甲 背心 连衣裙 半身裙 短裙 裙子',
  '牛仔裤 休闲裤 运动裤 打底裤 短裤 长裤 阔腿裤 裤子 睡衣 内衣 内裤 文胸 袜子 袜 运动鞋 板鞋 皮鞋 凉鞋 拖鞋 帆布鞋 靴 鞋',
  '四件套 三件套 床单 被套 被子 枕头 枕套 床垫 凉席 毛毯 毛巾 浴巾 窗帘 地毯 沙发套 沙发 茶几 餐桌 书桌 椅子 柜 置物架 收纳盒 收纳箱 台灯',
  '帆布包 双肩包 单肩包 斜挎包 手提包 钱包 行李箱 书包 帽子 围巾 手套 雨伞 眼镜 手表 项链 耳环 戒指 手链',
  '手机壳 充电器 充电宝 数据线 耳机 音箱 键盘 鼠标 平板 支架 钢化膜 风扇 加湿器 吹风机 剃须刀 电动牙刷 吸尘器 净水器',
  '洗发水 沐浴露 洗面奶 面膜 面霜 精华液 乳液 防晒霜 口红 粉底液 香水 牙膏 洗衣液 纸巾 湿巾 抽纸',
  '奶粉 纸尿裤 积木 拼图 玩具 绘本 猫粮 狗粮 猫砂 坚果 零食 茶叶 咖啡 蜂蜜 大米 月饼 巧克力 饼干 牛奶',
].flatMap((words) => words.split(' '));

/** Of several words for goods, the first one that is not at the very beginning: 保温杯…水杯 is a 保温杯. */
function endOfGoods(title: string): number | null {
  const ends = GOODS.flatMap((word) => {
    const at = title.indexOf(word);
    return at === -1 || at + word.length < LEAST ? [] : [at + word.length];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

function cut(title: string, most: number): string {
  const characters = Array.from(GRAPHEMES.segment(title), ({ segment }) => segment);
  return characters.length <= most ? title : `${characters.slice(0, most).join('').trimEnd()}…`;
}

/**
 * B15: the product as a person says it. Titles are stuffed with search words; a message names the product, it does not
 * recite them.
 */
export function productName(title: string): string {
  const whole = title.trim();
  if (whole.length <= SAID_WHOLE) return whole;
  const plain = whole.replaceAll(BRACKETS, ' ').replaceAll(FOR_SEARCH, '').replaceAll(/\s+/gu, ' ').trim();
  if (plain === '') return cut(whole, MOST);
  if (plain.length <= SAID_WHOLE) return plain;
  const end = endOfGoods(plain);
  return cut(end === null ? plain : plain.slice(0, end), MOST);
}
