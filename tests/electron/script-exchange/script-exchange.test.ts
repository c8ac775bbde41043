import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { USUAL_CHOICES } from '../../../shared/domain/scripts/script-file.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { insertAgent } from '../../support/memory-store.ts';
import { aLibrary, type Library, QIANNIU } from './a-script-library.ts';

describe('X3: importing a script file', () => {
  let library: Library;
  beforeEach(() => {
    library = aLibrary();
  });
  afterEach(() => library.remove());

  it('brings scripts and nested groups, each with its activity that names the file', () => {
    const path = library.write(QIANNIU, '短语.csv');
    expect(library.preview(path)).toMatchObject({
      format: 'qianniu',
      writeCount: 2,
      newGroups: ['问候', '发货=>现货'],
    });
    expect(library.importFile(path)).toMatchObject({ writtenCount: 2 });
    expect(library.active()).toEqual([
      ['01', '您好，请问有什么可以帮您？'],
      ['fh', '48小时内发货'],
    ]);
    expect(library.groups().toSorted()).toEqual(['发货', '现货', '问候'].toSorted());
    const [script] = library.core.stores.scripts.list();
    const [activity] = library.core.stores.activities.listOf(asSubject('script', script?.id ?? ''));
    expect(activity).toMatchObject({
      kind: 'script-created',
      agentId: library.lead.id,
      data: { text: '导入自「短语.csv」' },
    });
  });

  it('changes nothing when the same file comes again', () => {
    const path = library.write(QIANNIU);
    library.importFile(path);
    expect(library.verdicts(path).map(([, verdict]) => verdict)).toEqual(['same', 'same']);
    expect(library.importFile(path)).toEqual({ kind: 'imported', importId: null, writtenCount: 0 });
  });

  it('takes a newer version of what a file brought, and asks where the library has changed it since', () => {
    library.importFile(library.write(QIANNIU));
    const newer = library.write(QIANNIU.replace('48小时', '24小时'));
    expect(library.verdicts(newer)).toEqual([
      [2, 'same', ''],
      [3, 'changed', '文件中的内容与上次导入的不同'],
    ]);
    library.clock.advanceBy(1000);
    const script = library.core.stores.scripts.list().find(({ code }) => code === 'fh');
    if (!script) throw new Error('No such script');
    library.core.scripts.service.edit(
      { id: script.id, draft: { ...script, parts: ['当天发货'] } },
      library.clock.now(),
    );
    expect(library.verdicts(newer)[1]).toEqual([3, 'conflict', '上次导入后本库改过，内容不同']);
  });

  it('keeps ours, takes theirs, keeps both or skips, for all conflicts and for one row', () => {
    library.create({ code: '01', title: '欢迎', parts: ['欢迎光临'] });
    const path = library.write('编码,内容,关键词\n01,您好,问候\n');
    expect(library.verdicts(path)).toEqual([[2, 'conflict', '编码已用于「欢迎」，内容、关键词不同']]);
    const withChoice = (conflict: 'merge' | 'replace' | 'both' | 'skip') => {
      const { importId } = library.importFile(path, { choices: { ...USUAL_CHOICES, conflict } });
      const now = library.core.stores.scripts
        .list()
        .filter(({ archivedAtMs }) => archivedAtMs === null)
        .map(({ code, parts, keywords }) => [code, parts[0], keywords]);
      if (importId !== null) library.undo(importId);
      return now;
    };
    expect(withChoice('merge')).toEqual([['01', '欢迎光临', '问候']]);
    expect(withChoice('replace')).toEqual([['01', '您好', '问候']]);
    expect(withChoice('skip')).toEqual([['01', '欢迎光临', '']]);
    expect(withChoice('both')).toEqual([
      ['01', '欢迎光临', ''],
      ['01-2', '您好', '问候'],
    ]);
    const one = { ...USUAL_CHOICES, byRow: { '2': 'replace' as const } };
    expect(library.importFile(path, { choices: one }).writtenCount).toBe(1);
    expect(library.active()).toEqual([['01', '您好']]);
  });

  it('knows what was kept beside ours when the file comes again', () => {
    library.create({ code: '01', parts: ['欢迎光临'] });
    const path = library.write('编码,内容\n01,您好\n');
    library.importFile(path, { choices: { ...USUAL_CHOICES, conflict: 'both' } });
    expect(library.verdicts(path)).toEqual([[2, 'same', '已有同样的一条，编码 01-2']]);
  });

  it('tells two rows of one code from each other', () => {
    const path = library.write('编码,内容\n01,您好\n01,您好\n01,再见\n');
    expect(library.verdicts(path)).toEqual([
      [2, 'new', ''],
      [3, 'same', '与第 2 行相同'],
      [4, 'conflict', '编码与第 2 行相同，内容不同'],
    ]);
    library.importFile(path, { choices: { ...USUAL_CHOICES, conflict: 'replace' } });
    expect(library.active()).toEqual([['01', '再见']]);
  });

  it('gives a code to what comes without one, and knows it again by its words', () => {
    const path = library.write('编码,内容\n,您好\n,再见\n');
    expect(library.preview(path).rows.map(({ code, notes }) => [code, notes])).toEqual([
      ['dr1', ['没有编码，编为 dr1']],
      ['dr2', ['没有编码，编为 dr2']],
    ]);
    library.importFile(path);
    expect(library.verdicts(path).map(([, verdict]) => verdict)).toEqual(['same', 'same']);
  });

  it('names the row, the column and the reason of what it cannot take, and imports the rest', () => {
    const path = library.write(`编码,内容\nhh,您好\n${'长'.repeat(21)},您好\nkk,\nbb,请付 {金额 元\n`);
    expect(library.preview(path).rows.map(({ row, fault, reason }) => [row, fault?.column, reason])).toEqual([
      [2, undefined, ''],
      [3, '编码', '编码超过 20 字'],
      [4, '内容', '没有内容'],
      [5, '内容', expect.stringContaining('第 1 段')],
    ]);
    expect(library.importFile(path).writtenCount).toBe(1);
  });

  it('points out the variables of other tools and what will be asked for, and changes neither', () => {
    const path = library.write('编码,内容\nhh,"[买家昵称]您好，{称呼}，{客户}，#收货人# [微笑]"\n');
    expect(library.preview(path).rows[0]?.notes.slice(0, 2)).toEqual([
      '[买家昵称] #收货人# 像其他工具的变量，不会自动填写',
      '{称呼} 在复制时填写',
    ]);
    library.importFile(path);
    expect(library.active()[0]?.[1]).toBe('[买家昵称]您好，{称呼}，{客户}，#收货人# [微笑]');
  });

  it('points out a fragment that is neither in the library nor in the file, and wording', () => {
    library.create({ code: 'own', parts: ['欢迎光临'] });
    const path = library.write('编码,内容\naa,{片段:own}{片段:BB}{片段:no}\nbb,您好\ncc,全网最低价\n');
    expect(library.preview(path).rows.map(({ notes }) => notes)).toEqual([
      ['片段 no 不在话术库里，也不在文件里'],
      [],
      [expect.stringContaining('用语检查有')],
    ]);
  });

  it('brings a script for all, for one shop or for one agent, whatever the others call the code', () => {
    library.create({ code: '01', parts: ['欢迎光临'] });
    const path = library.write(QIANNIU);
    library.importFile(path, { target: { kind: 'shop', shopId: library.shop.id } });
    library.importFile(path, { target: { kind: 'personal', agentId: library.lead.id } });
    expect(library.active().filter(([code]) => code === '01')).toHaveLength(3);
  });

  it('lets an agent import for himself, and where the shop wants approval only a lead for all', () => {
    const agent = insertAgent(library.db, { id: 'agent-2' as AgentId, name: '小王' });
    const path = library.write(QIANNIU);
    const by = { agentId: agent.id, isApprovalRequired: true };
    const personal = { target: { kind: 'personal', agentId: agent.id } as const };
    expect(library.preview(path, {}, by).rows[0]).toMatchObject({
      verdict: 'invalid',
      reason: '没有权限修改这一范围的话术',
    });
    expect(library.preview(path, personal, by).rows[0]).toMatchObject({ verdict: 'new' });
  });

  it('refuses to import what was changed after its preview', () => {
    const path = library.write(QIANNIU);
    const { sha256 } = library.preview(path);
    writeFileSync(path, '编码,内容\n');
    const request = {
      path,
      format: null,
      columns: null,
      hasHeader: null,
      target: null,
      choices: USUAL_CHOICES,
    };
    expect(() =>
      library.core.scriptExchange.import({ request, sha256 }, { agentId: library.lead.id }, {}),
    ).toThrow('请重新预览');
  });

  it('remembers what the columns of a table were taken for', () => {
    const columns = ['code', 'content', 'group'] as const;
    library.importFile(library.write('甲,乙,丙\nhh,您好,问候\n'), { columns: [...columns], hasHeader: true });
    const again = library.preview(library.write('甲,乙,丙\nkk,再见,问候\n'));
    expect(again.columns.map(({ field }) => field)).toEqual(columns);
  });
});
