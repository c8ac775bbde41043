import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCliStore } from '../support/cli.ts';
import { encodeText } from '../support/export-files.ts';

const NOW = '2026-06-10T10:00:00+08:00';

describe('X3: scripts by the command line', () => {
  let store: ReturnType<typeof createCliStore>;
  beforeEach(() => {
    store = createCliStore();
  });
  afterEach(() => store.remove());

  function write(name: string, text: string): string {
    const path = join(store.folder, name);
    writeFileSync(path, encodeText(text, 'gb18030'));
    return path;
  }

  it('come from a table whose columns are named, and go out and in again without a change', async () => {
    const path = write('甲.csv', '甲,乙,丙\r\nzz01,您好,第二段\r\n');
    const numbered = ['--map', '1=编码', '--map', '2=内容', '--map', '3=内容'];
    const whole = await store.json(NOW, 'scripts', 'import', path, ...numbered, '--no-header', '--dry-run');
    expect(whole).toMatchObject({ rows: 2, new: 2, written: 0 });
    const mapped = ['--map', '甲=编码', '--map', '乙=内容', '--map', '丙=内容'];
    const done = await store.json(NOW, 'scripts', 'import', path, ...mapped);
    expect(done).toMatchObject({ format: 'table', rows: 1, new: 1, written: 1 });

    const out = join(store.folder, 'v3.csv');
    const exported = await store.json<{ rows: number; unsaid: string[] }>(
      NOW,
      'export',
      'scripts',
      '--out',
      out,
      '--format',
      'v3',
    );
    expect(exported.unsaid).toContain('关键词');
    const again = await store.json(NOW, 'scripts', 'import', out);
    expect(again).toMatchObject({ format: 'v3', rows: exported.rows, same: exported.rows, written: 0 });
  });

  it('say what stands in the way, and of a wrong call what would be right', async () => {
    const path = write('a.csv', '编码,内容\r\nzz01,您好\r\nzz01,再见\r\nzz02,\r\n');
    const skipped = await store.json(NOW, 'scripts', 'import', path, '--on-conflict', 'skip');
    expect(skipped).toMatchObject({
      new: 1,
      conflict: 1,
      invalid: 1,
      written: 1,
      details: [
        { row: 3, verdict: 'conflict', choice: 'skip' },
        { row: 4, verdict: 'invalid', column: '内容', reason: '没有内容' },
      ],
    });
    const unreadable = await store.run(NOW, 'scripts', 'import', join(store.folder, 'none.csv'));
    expect(unreadable).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('文件不存在') });
    const noShop = await store.run(NOW, 'scripts', 'import', path, '--scope', 'shop:没有的店');
    expect(noShop).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('没有店铺「没有的店」') });
    const badEnding = await store.run(NOW, 'export', 'scripts', '--format', 'v3', '--out', 'a.xlsx');
    expect(badEnding).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('.csv') });
  });
});
