import { describe, expect, it } from 'vitest';
import {
  briefText,
  conditionsOf,
  fragmentsFor,
  insertChoice,
  insertCondition,
  insertText,
  partProblems,
  showing,
  unknownVariables,
  usersOf,
} from '../../../renderer/features/library/editor/parts/script-text.ts';
import { previewPieces } from '../../../renderer/features/library/editor/preview-pieces.ts';
import { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import { FOR_ALL } from '../../../shared/domain/scripts/script.ts';
import { BLANK } from '../../../shared/domain/scripts/wording/wording-rule.ts';
import { aScript } from '../../support/records/a-script.ts';

const ofTea = { kind: 'shop', shopId: ShopId.parse('tea') } as const;
const mine = { kind: 'personal', agentId: AgentId.parse('me') } as const;
const qmForAll = aScript({ id: 'a' as never, code: 'qm', parts: ['客服为您服务'] });
const qmOfTea = aScript({ id: 'b' as never, code: 'QM', scope: ofTea, parts: ['茶店客服'] });
const qmMine = aScript({ id: 'c' as never, code: 'qm', scope: mine, parts: ['我是小满'] });
const greeting = aScript({ id: 'd' as never, code: 'hh', parts: ['{片段:QM}', '{图片:尺码表.PNG}'] });

describe('R1 putting things into a part', () => {
  it('puts a variable where the cursor stands and the cursor behind it', () => {
    expect(insertText('您好，在吗', { start: 2, end: 2 }, '{客户}')).toEqual({
      text: '您好{客户}，在吗',
      selection: { start: 6, end: 6 },
    });
  });

  it('puts what is selected under a condition', () => {
    expect(insertCondition('您好，欢迎', { start: 3, end: 5 }, '新客')).toEqual({
      text: '您好，{如果 新客}欢迎{否则}{结束}',
      selection: { start: 12, end: 12 },
    });
  });

  it('selects the name of a field with choices, to be typed over', () => {
    const { text, selection } = insertChoice('选', { start: 1, end: 1 });
    expect(text).toBe('选{选项名:第一项|第二项}');
    expect(text.slice(selection.start, selection.end)).toBe('选项名');
  });
});

describe('X3 what is wrong with a part', () => {
  const references = {
    fragmentParts: (code: string) => (code === 'qm' ? ['好'] : undefined),
    hasPicture: () => false,
  };

  it('names tags, fragments, pictures and variables that are not there', () => {
    expect(partProblems('{如果 新客}{片段:no}{图片:a.png}{优惠卷}{尺码:S|M}{片段:qm}', references)).toEqual([
      '{如果 新客} 没有 {结束}',
      '没有编码为「no」的话术可作片段',
      '没有名为「a.png」的图片，可从“图片”添加',
      '未知变量 {优惠卷}，复制时需要手工填写',
    ]);
    expect(partProblems('您好，{客户}', references)).toEqual([]);
  });

  it('names every unknown variable once, over all parts', () => {
    expect(unknownVariables(['{优惠卷}{客户}', '{优惠卷}{尾款}'])).toEqual(['优惠卷', '尾款']);
  });
});

describe('X3 fragments in the library', () => {
  const all = [qmForAll, qmOfTea, qmMine, greeting];

  it('are those that everybody who reads the script can have, the nearest first', () => {
    expect(fragmentsFor(all, FOR_ALL).get('qm')).toBe(qmForAll);
    expect(fragmentsFor(all, ofTea).get('qm')).toBe(qmOfTea);
    expect(fragmentsFor(all, mine).get('qm')).toBe(qmMine);
    expect(fragmentsFor([{ ...qmForAll, archivedAtMs: 1 }], FOR_ALL).get('qm')).toBeUndefined();
    expect(fragmentsFor([qmOfTea], FOR_ALL).get('qm')).toBeUndefined();
  });

  it('know who uses them, and so do pictures', () => {
    expect(usersOf(all, 'qm')).toEqual([greeting]);
    expect(showing(all, '尺码表.png')).toEqual([greeting]);
  });

  it('bring their conditions along', () => {
    const parts = { a: ['{如果 夜间}晚{结束}{片段:a}'] };
    expect([...conditionsOf(['{如果 新客}{片段:a}{结束}'], () => parts.a)]).toEqual(['新客', '夜间']);
  });
});

describe('R1 a script in one line', () => {
  it('shows both branches, and pictures and emoticons as what they are', () => {
    expect(briefText(['您好{客户}/:^_^', '{如果 新客}甲{否则}乙{结束}{图片:a.png}{片段:qm}{尺码:S|M}'])).toBe(
      '您好{客户}[微笑] ⏎ 甲／乙[图片]{片段:qm}{尺码}',
    );
  });
});

describe('X3 preview', () => {
  it('tells the words from what an order fills in and from what is missing', () => {
    const text = '山间，请选【尺码】或【其他】【尾款】';
    const words = `${BLANK}${BLANK}，请选【尺码】或【其他】【尾款】`;
    const missing = [
      { name: '尺码', choices: ['S', 'M'], remembered: [] },
      { name: '尾款', choices: null, remembered: [] },
    ];
    expect(previewPieces({ kind: 'text', text, words, missing })).toEqual([
      { kind: 'filled', text: '山间' },
      { kind: 'words', text: '，请选' },
      { kind: 'asked', text: '【S／M】' },
      { kind: 'words', text: '或' },
      { kind: 'words', text: '【其他】' },
      { kind: 'unknown', text: '【尾款】' },
    ]);
  });
});
