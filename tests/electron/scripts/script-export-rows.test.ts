import { describe, expect, it } from 'vitest';
import { scriptExportRows } from '../../../electron/scripts/script-export-rows.ts';
import { ScriptGroupId } from '../../../shared/domain/ids.ts';
import { beijing } from '../../support/an-order.ts';
import { aGroup, aScript } from './fake-script-library.ts';

const INNER_ID = ScriptGroupId.parse('group-2');
const GROUPS = [
  aGroup({ id: INNER_ID, parentId: aGroup().id, name: '大促', sortKey: 1 }),
  aGroup({ name: '催付', sortKey: 2 }),
  aGroup({ id: ScriptGroupId.parse('group-3'), name: '问候', sortKey: 1 }),
];

describe('X3 export the library', () => {
  it('writes one row per script, with labels in words and a column per part', () => {
    const script = aScript({
      code: 'cf1',
      title: '核对地址',
      groupId: INNER_ID,
      parts: ['您好', '再见'],
      keywords: '地址',
      tags: [],
      fit: {
        stages: ['chase-open', 'closing'],
        reasons: ['price'],
        steps: ['first', '自定'],
        grades: ['vip'],
      },
      useCount: 12,
      lastUsedAtMs: beijing('2026-06-10 08:00'),
    });
    const { header, rows } = scriptExportRows([script], GROUPS);
    expect(header.slice(0, 5)).toEqual(['编码', '分组', '标题', '内容1', '内容2']);
    expect(rows).toEqual([
      [
        'cf1',
        '催付/大促',
        '核对地址',
        '您好',
        '再见',
        '地址',
        '催付开场、结束语',
        '嫌贵',
        '首次催付、自定',
        'VIP',
        '12',
        '2026-06-10 08:00:00',
      ],
    ]);
  });

  it('keeps the order of the library, ungrouped last, archived left out, every row as wide as the header', () => {
    const scripts = [
      aScript({ code: 'a1' }),
      aScript({ code: 'a2', groupId: aGroup().id, sortKey: 2, parts: ['一', '二', '三'] }),
      aScript({ code: 'a3', groupId: aGroup().id, sortKey: 1 }),
      aScript({ code: 'a4', groupId: ScriptGroupId.parse('group-3') }),
      aScript({ code: 'a5', archivedAtMs: 1 }),
    ];
    const { header, rows } = scriptExportRows(scripts, GROUPS);
    expect(rows.map(([code]) => code)).toEqual(['a4', 'a3', 'a2', 'a1']);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  });

  it('is a header alone when there is nothing', () => {
    expect(scriptExportRows([], []).rows).toEqual([]);
  });
});
