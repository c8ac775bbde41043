import { pinyinInitialsOf } from '../../../../shared/domain/pinyin-initials.ts';
import type { FoundSetting } from '../../../features/settings/search/find-settings.ts';
import { defineFinder, type FinderPlaces } from '../../../lib/finder.tsx';
import { call } from '../../../lib/main-process/ipc.ts';
import { SHORTCUTS } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';

type Command = {
  readonly name: string;
  /** Other words that agents look for it by. */
  readonly words: string;
  readonly keys: string | null;
  readonly run: (places: FinderPlaces) => unknown;
};

const COMMANDS: readonly Command[] = [
  {
    name: '锁定，换人',
    words: '锁屏 退出 登录 切换 交班',
    keys: SHORTCUTS.lock.label,
    run: () => call('session.lock', undefined),
  },
  {
    name: '今天要做的',
    words: '首页 主页 早上 开始 汇总',
    keys: SHORTCUTS.today.label,
    run: ({ openToday }) => openToday(),
  },
  {
    name: '写交接单',
    words: '交班 接班 换班 下班',
    keys: SHORTCUTS.handover.label,
    run: ({ openHandover }) => openHandover(),
  },
  {
    name: '排班',
    words: '班表 班次 换班 请假 谁在班 考勤',
    keys: null,
    run: ({ openRoster }) => openRoster(),
  },
  {
    name: '看团队通知',
    words: '公告 未读 文档',
    keys: null,
    run: ({ readBulletins }) => readBulletins(),
  },
  {
    name: '写团队通知',
    words: '公告 发布 文档 主管',
    keys: null,
    run: ({ writeBulletin }) => writeBulletin(),
  },
  {
    name: '快捷键一览',
    words: '按键 键盘 帮助',
    keys: SHORTCUTS.help.label,
    run: ({ openHelp }) => openHelp(),
  },
  { name: '导出订单', words: '下载 表格', keys: null, run: ({ openScreen }) => openScreen('orders') },
  { name: '导出报表', words: '下载 统计 表格', keys: null, run: ({ openScreen }) => openScreen('report') },
  { name: '导入报表', words: '上传 订单文件', keys: null, run: ({ openScreen }) => openScreen('imports') },
  {
    name: '导入、导出话术',
    words: '千牛 V3 飞牛',
    keys: null,
    run: ({ openScreen }) => openScreen('library'),
  },
];

function isMeant({ name, words }: Command, text: string): boolean {
  return name.includes(text) || words.includes(text) || pinyinInitialsOf(name).includes(text.toLowerCase());
}

function CommandRow({ hit }: { readonly hit: Command }) {
  return (
    <>
      <span className="truncate">{hit.name}</span>
      {hit.keys !== null && <Kbd keys={hit.keys} />}
    </>
  );
}

export const commandFinder = defineFinder({
  title: '命令',
  root: 'app',
  find: async (text) => COMMANDS.filter((command) => isMeant(command, text)),
  keyOf: ({ name }) => name,
  Row: CommandRow,
  open: (command, places) => command.run(places),
});

const SETTINGS_SHOWN = 6;

function SettingRow({ hit: { label, title } }: { readonly hit: FoundSetting }) {
  return (
    <>
      <span className="truncate">{label}</span>
      <span className="muted">{title}</span>
    </>
  );
}

export const settingFinder = defineFinder({
  title: '设置',
  root: 'app',
  // The settings are read when they are first looked for, not at the start of the program.
  find: async (text) =>
    (await import('../../../features/settings/search/find-settings.ts'))
      .findSettings(text)
      .slice(0, SETTINGS_SHOWN),
  keyOf: ({ section, place, label }) => `${section} ${place ?? ''} ${label}`,
  Row: SettingRow,
  open: ({ section }, { openSettings }) => openSettings(section),
});
