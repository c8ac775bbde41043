import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createCliStore, runCli, runSourceOfCli } from '../support/cli.ts';
import { CLI_BUNDLE } from '../support/cli-bundle.ts';

const NOW = '2026-06-10T08:20:00+08:00';
const COMMANDS = [
  'import',
  'tasks',
  'orders',
  'outcome',
  'copy',
  'report',
  'export',
  'backup',
  'backups',
  'restore',
  'verify',
];

const store = createCliStore();
const { folder, db } = store;
afterAll(store.remove);

describe('X6: the command line explains itself', () => {
  it('names every command and every exit code', async () => {
    const { exitCode, stdout } = await runCli('--help');
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command} `);
    expect(stdout).toContain('退出码：0 完成，1 输入有误，2 用法有误');
  });

  it('starts by `npm run -s cli` as well, from its sources', async () => {
    expect(await runSourceOfCli('--help')).toEqual(await runCli('--help'));
  });

  it.concurrent.each(COMMANDS)('names every option of %s', async (command) => {
    const { exitCode, stdout } = await runCli(command, '--help');
    expect(exitCode).toBe(0);
    for (const word of [`-- ${command} `, '--db', '--now', '--json', '--help'])
      expect(stdout).toContain(word);
  });
});

describe('X6: a wrong call ends with 2 and says in Chinese what was wrong', () => {
  it.concurrent.each([
    [[], '请给出命令'],
    [['close'], '没有命令「close」'],
    [['tasks'], '缺少选项 --db'],
    [['tasks', '--db', '--json'], '选项 --db 缺少值'],
    [['tasks', '--db', db, '--json=1'], '选项 --json 不带值'],
    [['tasks', '--db', db, '--owner', 'x'], '没有选项 --owner'],
    [['tasks', '--db', db, 'all'], '多余的参数：all'],
    [['tasks', '--db', db, '--state', 'late'], '--state 只能是 open、snoozed、done、cancelled'],
    [['tasks', '--db', db, '--due-before', 'soon'], '--due-before 不是 ISO 8601 时间'],
    [['tasks', '--db', db, '--now', '2026-02-30T10:00:00+08:00'], '--now 不是 ISO 8601 时间'],
    [['orders', '--db', db, '--status', 'new'], '--status 只能是 unpaid、paid、shipped、completed、closed'],
    [['import', '--db', db, '--shop', 'a', '--platform', 'jd'], '请给出要导入的文件'],
    [['import', 'a.csv', '--db', db, '--shop', 'a', '--platform', 'ebay'], '--platform 只能是'],
    [['outcome', 'id', 'done', '--db', db], '缺少选项 --agent'],
    [['outcome', 'id', 'paid', '--db', db, '--agent', 'a'], '结果 只能是 done、snoozed、lost'],
    [['outcome', 'id', 'snoozed', '--db', db, '--agent', 'a'], '缺少选项 --until'],
    [['copy', 'id', 'code', '--db', db], '缺少选项 --agent'],
    [['copy', 'id', '--db', db, '--agent', 'a'], '请给出待办编号与话术编码'],
    [['report', 'sales', '--db', db], '报表 只能是 chase、refunds'],
    [['report', 'chase', '--db', db, '--from', '2026-06-02', '--to', '2026-06-01'], '--from 晚于 --to'],
    [['export', 'orders', '--db', db], '缺少选项 --out'],
    [['export', 'orders', '--db', db, '--out', 'a.pdf'], '.xlsx 或 .csv'],
    [
      ['export', 'customers', '--db', db, '--out', 'a.csv'],
      '导出内容 只能是 orders、refunds、tasks、scripts',
    ],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCli(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('X6: what cannot be used ends with 1, in a sentence and without harm', () => {
  it.concurrent.each([
    [['copy', 'nobody', 'CF01', '--agent', '小满'], '没有编号为 nobody 的待办'],
    [['export', 'orders', '--out', join(db, 'a.csv')], '无法写入'],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await store.run(NOW, ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('程序内部错误');
  });

  it('leaves a file that is no store as it is', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, '订单编号,订单状态\n'.repeat(100));
    const { exitCode, stderr } = await runCli('verify', '--db', path);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('无法打开') });
    expect(readFileSync(path, 'utf8')).toBe('订单编号,订单状态\n'.repeat(100));
  });

  it("leaves another program's database as it is", async () => {
    const path = join(folder, 'other.db');
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = readFileSync(path);
    const { exitCode, stderr } = await runCli('orders', '--db', path);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('是其他程序的数据文件');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('makes a missing store in a missing folder', async () => {
    const path = join(folder, '新 文件夹', 'a.db');
    expect((await runCli('verify', '--db', path)).exitCode).toBe(0);
    expect(existsSync(path)).toBe(true);
  });
});

describe('F15: a reader that has seen enough, as `head` has', () => {
  it.each([['help'], ['tasks']])('ends %s without a word', async (command) => {
    const child = spawn(process.execPath, [CLI_BUNDLE, command, '--db', db, '--json']);
    child.stdout.destroy();
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: '' });
  });
});
