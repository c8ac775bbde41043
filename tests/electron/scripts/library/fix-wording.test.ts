import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingTable } from '../../../../electron/exports/wording-table.ts';
import { wordingEdits } from '../../../../electron/scripts/library/fix-wording.ts';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import {
  checkForShops,
  fixWording,
  wordingsFor,
} from '../../../../shared/domain/scripts/wording/shops-wording.ts';
import { WORDING_RULES } from '../../../../shared/domain/scripts/wording/wording-rules.ts';
import {
  DEFAULT_WORDING_SETTINGS,
  type WordingSettings,
} from '../../../../shared/domain/scripts/wording/wording-settings.ts';
import { DEFAULT_SHOP_SETTINGS, type Shop } from '../../../../shared/domain/team/shop.ts';
import { aScript } from '../../../support/records/a-script.ts';

function aShopWith(id: string, wording: Partial<WordingSettings> = {}): Shop {
  const settings = { ...DEFAULT_SHOP_SETTINGS, wording: { ...DEFAULT_WORDING_SETTINGS, ...wording } };
  return { id: id as ShopId, name: id, platform: 'taobao', isSample: false, settings };
}
const POLITE = aShopWith('polite');
const FAMILIAR = aShopWith('familiar', { address: 'qin' });

describe('R13: whose wording a script is held against', () => {
  it('that of its shop, of the shop that was asked about, or of all, each once', () => {
    const shops = [POLITE, aShopWith('alike'), FAMILIAR];
    expect(wordingsFor({ kind: 'shop', shopId: FAMILIAR.id }, shops)).toEqual([FAMILIAR.settings.wording]);
    expect(wordingsFor({ kind: 'all' }, shops, POLITE.id)).toEqual([POLITE.settings.wording]);
    expect(wordingsFor({ kind: 'all' }, shops)).toHaveLength(2);
  });

  it('tells once what several of them object to', () => {
    const wordings = wordingsFor({ kind: 'all' }, [POLITE, FAMILIAR]);
    expect(checkForShops('亲，呵呵', wordings).map(({ ruleId }) => ruleId)).toEqual([
      'pet-name',
      'cold-laugh',
    ]);
  });
});

describe('R13: the better words all at once', () => {
  it('edits the scripts that have some, and no others', () => {
    const scripts = [
      aScript({ code: 'a', parts: ['亲，在的', '呵呵，马上发货！！'] }),
      aScript({ code: 'b', parts: ['质量最好'] }),
    ];
    expect(wordingEdits(scripts, { shops: [POLITE], shopId: null }).map(({ draft }) => draft.parts)).toEqual([
      ['您好，在的', '哈哈，尽快发货！'],
    ]);
  });

  it('leaves nothing behind for which there is a better word', () => {
    const piece = fc.constantFrom(
      ...WORDING_RULES.flatMap(({ hits, misses }) => hits.concat(misses)),
      '{客户}',
    );
    const wordings = [DEFAULT_WORDING_SETTINGS];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('，');
        const fixed = fixWording(text, wordings);
        const left = checkForShops(fixed, wordings).filter(({ replacement }) => replacement !== undefined);
        expect(fixed === text ? [] : left).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('ends also where two words of the shop’s own undo each other', () => {
    const ownRules = [
      { word: '甲', reason: '测试', replacement: '乙' },
      { word: '乙', reason: '测试', replacement: '甲' },
    ];
    expect(fixWording('甲', [{ ...DEFAULT_WORDING_SETTINGS, ownRules }])).toMatch(/^[甲乙]$/u);
  });
});

describe('R13: the report as a table', () => {
  it('has a line per finding, with authority and better word', () => {
    const { columns, rows } = wordingTable([aScript({ code: 'a', title: '问候', parts: ['呵呵，最好'] })], {
      shops: [POLITE],
      shopId: null,
    });
    expect(rows.map((row) => row.slice(0, 10))).toEqual([
      [
        'a',
        '问候',
        '全店通用',
        '第 1 段',
        '警告',
        '冷笑的语气',
        '呵呵',
        '“呵呵”像在讥讽，可用“哈哈”或“嘿嘿”',
        '服务规范',
        '哈哈',
      ],
      [
        'a',
        '问候',
        '全店通用',
        '第 1 段',
        '警告',
        '绝对化用语',
        '最好',
        '广告禁用绝对化用语，请说可以核实的事实',
        '法律：广告法 第九条',
        null,
      ],
    ]);
    expect(columns.every(({ kind }) => kind === 'text')).toBe(true);
  });
});
