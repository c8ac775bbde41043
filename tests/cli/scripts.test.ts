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

  it('are found by initials, words and sentences of customers, for an order if one is named', async () => {
    type Found = readonly { readonly code: string; readonly title: string }[];
    const find = async (...words: readonly string[]) =>
      (await store.json<Found>(NOW, 'scripts', 'find', ...words)).map(({ code }) => code);
    expect((await find('wlbd'))[0]).toBe('kd1');
    expect((await find('改地址'))[0]).toBe('dz1');
    expect((await find('快递怎么好几天都不动了'))[0]).toBe('kd1');
    expect(await find('zzqqxx')).toEqual([]);

    const orders = write(
      '订单.csv',
      '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,宝贝标题\r\n' +
        '3304370000000000005,山间一壶茶,41.00,卖家已发货，等待买家确认,2026-06-10 09:00:00,示例水杯\r\n',
    );
    await store.importInto(NOW, { name: '示例旗舰店', platform: 'taobao' }, orders);
    const forOrder = await find('我不要了', '--order', '3304370000000000005');
    expect(forOrder.slice(0, 3)).toEqual(expect.arrayContaining(['qx4', 'qx5']));

    const unknown = await store.run(NOW, 'scripts', 'find', '发货', '--order', '1');
    expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('没有编号为 1 的订单') });
    const empty = await store.run(NOW, 'scripts', 'find');
    expect(empty).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('客户的一句话') });
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
