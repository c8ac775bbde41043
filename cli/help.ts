import type { Command } from './command.ts';

const COMMON = [
  '  --db PATH    数据文件，不存在时新建（必填）',
  '  --now ISO    以此时间运行，例如 2026-06-10T08:00:00+08:00',
  '  --json       标准输出只有一个 JSON 值',
  '  --help       显示本说明',
];

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    '小二工作台命令行',
    '',
    '用法：npm run -s cli -- <命令> … --db PATH [--json] [--now ISO]',
    '',
    '命令：',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '所有命令都有：',
    ...COMMON,
    '',
    '退出码：0 完成，1 输入有误，2 用法有误。金额单位为分，时间为 ISO 8601（+08:00）。',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  return [
    `用法：npm run -s cli -- ${command.usage} --db PATH`,
    '',
    command.summary,
    '',
    ...command.help,
    ...COMMON,
  ].join('\n');
}
