/** One line of the shop: how a courier stands to a region. */
type CoverageRule = {
  readonly carrier: string;
  /** From large to small, without endings such as 省 and 市. */
  readonly region: readonly string[];
  readonly isReached: boolean;
  readonly extraDays: number;
  readonly note: string | null;
};

export const COVERAGE_FORM = '“快递 地区 可到/不到/多N天 说明”';

const ENDING =
  /(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|自治州|自治县|地区|[省市盟州县区旗])$/;
/** The word of a region that has no other name than with its ending (`市区`) stays as it is. */
const plain = (word: string): string => {
  const short = word.replace(ENDING, '');
  return short.length < 2 ? word : short;
};

const LINE = /^(\S+)\s+(\S+(?:\s+\S+){0,2}?)\s+(可到|不到|[多加+＋]\d{1,2}天)(?:\s+(.+))?$/;

/** `'顺丰 新疆 喀什 多3天 只到网点自提'`; `null`: it is not written so. */
export function coverageRuleOf(line: string): CoverageRule | null {
  const [, carrier, region, answer, note] = LINE.exec(line.trim()) ?? [];
  if (carrier === undefined || region === undefined || answer === undefined) return null;
  return {
    carrier,
    region: region.split(/\s+/).map(plain),
    isReached: answer !== '不到',
    extraDays: Number(/\d+/.exec(answer)?.[0] ?? 0),
    note: note?.trim() ?? null,
  };
}

/** A street is often called by another town: 上海市黄浦区西藏中路 is not in 西藏. */
const STREET = /^[东西南北中一二三四]?[路街道巷弄大]/;

/** Where the rest of the address begins after the region; `null`: it is somewhere else. */
function afterRegion(address: string, [province = '', ...smaller]: readonly string[]): string | null {
  if (!address.startsWith(province)) return null;
  let rest = address.slice(province.length);
  for (const part of smaller) {
    const at = rest.indexOf(part);
    if (at < 0 || STREET.test(rest.slice(at + part.length))) return null;
    rest = rest.slice(at + part.length);
  }
  return rest;
}

/** The rule of each courier for the address, the one with the smallest region; couriers without one are left out. */
function rulesFor(address: string, lines: readonly string[]): readonly CoverageRule[] {
  const bare = address.replaceAll(/[\s,，]/g, '').replace(/^中国/, '');
  const best = new Map<string, CoverageRule>();
  for (const line of lines) {
    const rule = coverageRuleOf(line);
    if (rule === null || afterRegion(bare, rule.region) === null) continue;
    if (rule.region.length >= (best.get(rule.carrier)?.region.length ?? 0)) best.set(rule.carrier, rule);
  }
  return [...best.values()];
}

function named({ carrier, extraDays, note }: CoverageRule): string {
  const aside = [extraDays > 0 ? `多 ${extraDays} 天` : null, note].filter((text) => text !== null);
  return aside.length === 0 ? carrier : `${carrier}（${aside.join('，')}）`;
}

/** O8: which couriers reach the address, and which do not, as far as the shop has written it down. */
export function coverageOf(address: string | null, lines: readonly string[]) {
  const rules = address === null ? [] : rulesFor(address, lines);
  const names = (isReached: boolean) =>
    rules
      .filter((rule) => rule.isReached === isReached)
      .map(named)
      .join('、') || null;
  return { reached: names(true), notReached: names(false) };
}

/** The same in one line for the agent; `null`: nothing is written down for the address. */
export function coverageText(address: string | null, lines: readonly string[]): string | null {
  const { reached, notReached } = coverageOf(address, lines);
  const said = [
    ...(reached === null ? [] : [`${reached}可到`]),
    ...(notReached === null ? [] : [`${notReached}不到`]),
  ];
  return said.length === 0 ? null : said.join('，');
}

/** Whether the shop has written down that this courier does not go to the address. */
export const isOutOfReach = (carrier: string, address: string | null, lines: readonly string[]): boolean =>
  address !== null &&
  rulesFor(address, lines).some((rule) => carrier.includes(rule.carrier) && !rule.isReached);
