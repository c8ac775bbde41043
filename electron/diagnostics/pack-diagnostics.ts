import { strToU8, zipSync } from 'fflate';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { AppSettings } from '../../shared/domain/team/app-settings.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import type { StoreReading } from './store-facts-job.ts';

export type Program = { readonly version: string } & Readonly<Record<string, unknown>>;

export type Findings = {
  readonly nowMs: number;
  readonly program: Program;
  readonly settings: AppSettings;
  readonly updateSource: string | null;
  readonly shops: readonly Shop[];
  readonly agents: readonly Agent[];
  readonly store: StoreReading;
  /** The name and the text of each log; the logs themselves name no people. */
  readonly logs: readonly { readonly name: string; readonly text: string }[];
};

const README = (version: string, at: string): string => `小二工作台诊断信息
版本 ${version}，${at} 保存

这个压缩包用来查找程序的问题。发送之前可以逐个打开查看，都是文本文件。

里面有：
  程序.json    版本、操作系统、内存、屏幕
  设置.json    这台电脑的设置；店铺和客服只有数量
  数据.json    数据文件的大小、每张表的行数、完整性检查结果、平台新出现的状态写法
  日志/        程序何时启动、哪里出错（只有出错的位置）

里面没有：
  订单、客户、商品、话术的任何内容
  店铺名、客服名、客户昵称、收件人、电话、地址、订单号、备注
  文件夹和文件的名字
`;

/** One zip that a person can look through before sending it: plain text, without any customer's data. */
export function packDiagnostics(findings: Findings): Uint8Array {
  const { nowMs, program, store, logs } = findings;
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const files = {
    // Windows' own editor needs the mark to know that it is UTF-8.
    '说明.txt': strToU8(`\uFEFF${README(program.version, formatBeijing(nowMs)).replaceAll('\n', '\r\n')}`),
    '程序.json': json(program),
    '设置.json': json(settingsWithoutPeople(findings)),
    '数据.json': json(store.ok ? store.facts : { 无法读取: store.reason }),
    ...Object.fromEntries(logs.map(({ name, text }) => [`日志/${name}`, strToU8(text)])),
  };
  return zipSync(files, { mtime: nowMs });
}

type Troubled = Pick<Findings, 'nowMs' | 'program' | 'logs'> & {
  readonly store: Readonly<Record<string, unknown>>;
};

/** The same of a store that cannot be opened: its trouble in the place of its facts, and no settings. */
export function packTroubled({ nowMs, program, store, logs }: Troubled): Uint8Array {
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const files = {
    '程序.json': json(program),
    '数据.json': json(store),
    ...Object.fromEntries(logs.map(({ name, text }) => [`日志/${name}`, strToU8(text)])),
  };
  return zipSync(files, { mtime: nowMs });
}

/** The settings are named one by one, because a later one may hold a name or a path. */
function settingsWithoutPeople({ settings, updateSource, shops, agents }: Findings) {
  const { popUpQuietHours, soundEnabled, opensAtLogin, reminderChecked } = settings.reminders;
  const { paletteHotkey, readsClipboard } = settings.palette;
  return {
    theme: settings.appearance.theme,
    popUpQuietHours,
    soundEnabled,
    opensAtLogin,
    paletteHotkey,
    readsClipboard,
    reminderChecked,
    watchesFolder: settings.imports.watchedFolder !== null,
    updatesFrom: updateSource === null ? null : kindOfSource(updateSource),
    shopsByPlatform: countBy(shops, ({ platform }) => platform),
    agentsByRole: countBy(agents, ({ role }) => role),
  };
}

function kindOfSource(source: string): 'web' | 'folder' {
  return /^https?:/i.test(source) ? 'web' : 'folder';
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
