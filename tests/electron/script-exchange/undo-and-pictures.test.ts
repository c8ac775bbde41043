import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { type ScriptExportFormat, USUAL_CHOICES } from '../../../shared/domain/scripts/script-file.ts';
import { insertAgent } from '../../support/memory-store.ts';
import { aLibrary, type Library, OTHER_PNG, PNG, QIANNIU } from './a-script-library.ts';

describe('X3: an imported script file', () => {
  let library: Library;
  beforeEach(() => {
    library = aLibrary();
  });
  afterEach(() => library.remove());

  describe('is taken back in one stroke', () => {
    it('with everything that it brought and changed, and with its groups', () => {
      library.create({ code: '01', parts: ['欢迎光临'] });
      const { importId } = library.importFile(library.write(QIANNIU), {
        choices: { ...USUAL_CHOICES, conflict: 'replace' },
      });
      expect(library.undo(importId)).toEqual({ undoneCount: 2, keptCount: 0 });
      expect(library.active()).toEqual([['01', '欢迎光临']]);
      expect(library.groups()).toEqual([]);
      expect(() => library.undo(importId)).toThrow('已经撤销');
    });

    it('but for what somebody has changed since', () => {
      const { importId } = library.importFile(library.write(QIANNIU));
      const script = library.core.stores.scripts.list().find(({ code }) => code === 'fh');
      if (!script) throw new Error('No such script');
      library.core.scripts.service.edit(
        { id: script.id, draft: { ...script, parts: ['当天发货'] } },
        library.clock.now(),
      );
      expect(library.undo(importId)).toEqual({ undoneCount: 1, keptCount: 1 });
      expect(library.active()).toEqual([['fh', '当天发货']]);
      expect(library.groups().toSorted()).toEqual(['发货', '现货'].toSorted());
    });

    it('and the same file brings the same scripts back, not twins', () => {
      const path = library.write(QIANNIU);
      const { importId } = library.importFile(path);
      library.undo(importId);
      expect(library.verdicts(path)).toEqual([
        [2, 'new', '恢复已归档的同一条'],
        [3, 'new', '恢复已归档的同一条'],
      ]);
      library.importFile(path);
      expect(library.core.stores.scripts.list()).toHaveLength(2);
      expect(library.active()).toHaveLength(2);
    });
  });

  describe('with pictures in the folder beside it', () => {
    const row = (code: string, picture: string) =>
      `"\t尺码","\t${code}","\t尺码表","\t请看","\t${picture}",""`;
    const v3 = (...rows: string[]) =>
      [
        '最初3行的内容请勿改动(V3)！！！',
        '"\t店"',
        '分组,快捷编码,标题,内容,图片名,程序数据',
        ...rows,
        '',
      ].join('\r\n');

    it('keeps them, and gives a name of its own to another picture of the same name', () => {
      const path = library.write(v3(row('cm', 'a.png')), 'one/v3.csv');
      mkdirSync(join(library.folder, 'one/图片'));
      writeFileSync(join(library.folder, 'one/图片/a.png'), PNG);
      expect(library.preview(path)).toMatchObject({ pictureCount: 1 });
      library.importFile(path);
      expect(library.active()).toEqual([['cm', '请看', '{图片:a.png}']]);

      const other = library.write(v3(row('bb', 'a.png')), 'two/v3.csv');
      mkdirSync(join(library.folder, 'two/图片'));
      writeFileSync(join(library.folder, 'two/图片/a.png'), OTHER_PNG);
      library.importFile(other);
      expect(library.active()[0]).toEqual(['bb', '请看', '{图片:a (2).png}']);
      expect(library.verdicts(other).map(([, verdict]) => verdict)).toEqual(['same']);
    });

    it('says which is missing, too large or none, and imports the words', () => {
      const path = library.write(
        v3(row('cm', 'no.png'), row('dd', 'big.png'), row('ee', 'text.png')),
        'one/v3.csv',
      );
      mkdirSync(join(library.folder, 'one/图片'));
      writeFileSync(
        join(library.folder, 'one/图片/big.png'),
        Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]),
      );
      writeFileSync(join(library.folder, 'one/图片/text.png'), 'x');
      expect(library.preview(path).rows.map(({ notes }) => notes[0])).toEqual([
        '图片 no.png 不在文件旁的「图片」文件夹里',
        '图片 big.png 有 1025 KB，最大 1024 KB，没有导入',
        '「text.png」不是 png、jpg、gif 或 webp 图片，没有导入',
      ]);
      expect(library.importFile(path).writtenCount).toBe(3);
    });

    it('exports them beside the file, and finds nothing to change in what it exported', async () => {
      const path = library.write(v3(row('cm', 'a.png'), row('_01_', '')), 'one/v3.csv');
      mkdirSync(join(library.folder, 'one/图片'));
      writeFileSync(join(library.folder, 'one/图片/a.png'), PNG);
      library.importFile(path);
      const formats = {
        v3: 'v3.csv',
        qianniu: 'q.csv',
        feiniu: 'f.csv',
        csv: 't.csv',
        xlsx: 't.xlsx',
      } as const;
      for (const [format, name] of Object.entries(formats)) {
        const done = await library.export(format as ScriptExportFormat, `out/${name}`);
        expect(done).toMatchObject({ count: 2, pictureCount: 1 });
        expect(readFileSync(join(library.folder, 'out/图片/a.png')).equals(PNG)).toBe(true);
        expect(library.verdicts(done.path).map(([, verdict]) => verdict)).toEqual(['same', 'same']);
      }
    });

    it('writes over no other picture of that name', async () => {
      const path = library.write(v3(row('cm', 'a.png')), 'one/v3.csv');
      mkdirSync(join(library.folder, 'one/图片'));
      writeFileSync(join(library.folder, 'one/图片/a.png'), PNG);
      library.importFile(path);
      mkdirSync(join(library.folder, 'out/图片'), { recursive: true });
      writeFileSync(join(library.folder, 'out/图片/a.png'), OTHER_PNG);
      await expect(library.export('v3', 'out/v3.csv')).rejects.toThrow('请导出到别的文件夹');
    });
  });
});

describe('X3: exporting scripts', () => {
  let library: Library;
  beforeEach(() => {
    library = aLibrary();
  });
  afterEach(() => library.remove());

  it('carries all that a script says to another workstation by a workbook', async () => {
    library.create({
      code: 'a',
      title: '甲',
      parts: ['=1+1', '第二段\n第二行'],
      keywords: '问候',
      tags: ['大促', '、'],
    });
    library.create({
      code: 'b',
      scope: { kind: 'shop', shopId: library.shop.id },
      fit: { stages: ['greeting'], reasons: ['price'], steps: ['first'], grades: ['vip'] },
    });
    library.create({ code: 'c', scope: { kind: 'personal', agentId: library.lead.id } });
    for (const format of ['xlsx', 'csv'] as const) {
      const other = aLibrary();
      const { path } = await library.export(format, `all.${format}`);
      other.importFile(path);
      const said = (one: Library) =>
        one.core.stores.scripts
          .list()
          .map(({ code, title, parts, keywords, tags, fit, scope }) => ({
            code,
            title,
            parts,
            keywords,
            tags,
            fit,
            scope,
          }))
          .toSorted((first, second) => first.code.localeCompare(second.code));
      expect(said(other)).toEqual(said(library));
      other.remove();
    }
  });

  it('leaves the personal scripts of others out, and says what a format has no place for', async () => {
    const agent = insertAgent(library.db, { id: 'agent-2' as AgentId, name: '小王' });
    library.create({ code: 'mine', scope: { kind: 'personal', agentId: agent.id } });
    library.create({ code: '01', keywords: '问候' });
    expect(await library.export('v3', 'v3.csv')).toMatchObject({
      count: 1,
      unsaid: ['关键词'],
      notes: [{ note: '编码不能以数字开头或结尾，那一端加下划线，导回时还原', codes: ['01'] }],
    });
  });
});
