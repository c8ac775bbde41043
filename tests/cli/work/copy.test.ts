import { afterAll, describe, expect, it } from 'vitest';
import { type CliTask, createCliStore } from '../../support/cli.ts';
import { createExportFolder } from '../../support/export-files.ts';

const NOW = '2026-06-10T10:20:00+08:00';
const HEADER = '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,宝贝标题';
const ROW = '3304370000000000005,山间一壶茶,41.00,0.00,等待买家付款,2026-06-10 10:00:00,示例水杯';

const folder = createExportFolder();
const store = createCliStore();
afterAll(() => {
  folder.remove();
  store.remove();
});

describe('X3: copy on the command line', () => {
  it('names what is open with its choices, and prints message after message', async () => {
    const path = folder.writeCsv([HEADER.split(','), ROW.split(',')]);
    await store.importInto(NOW, { name: '示例旗舰店', platform: 'taobao' }, path);
    const [task] = await store.json<CliTask[]>(NOW, 'tasks', '--kind', 'chase');
    const copy = (code: string, ...rest: readonly string[]) =>
      store.run(NOW, 'copy', task?.id ?? '', code, '--agent', '小满', ...rest);

    expect(await copy('cm2')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('变量「建议尺码」（S码、M码、L码、XL码、均码）没有值'),
    });
    const copied = await copy('cm2', '--set', '建议尺码=M码');
    expect(copied.stdout).toMatch(/^按您提供的数据对照尺码表，建议您选M码。\n\n这是按尺码表/u);

    // The fragment is in its place, and the condition was decided: nothing is known of an older purchase.
    expect((await copy('zh1')).stdout).toContain('\n\n为了您的资金安全');
    expect((await copy('cf3')).stdout).toContain('谢谢您的信任。');
  });
});
