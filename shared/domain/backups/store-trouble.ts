/** Why a store cannot be opened as it is. Each is told apart, because each has another way out. */
export const STORE_TROUBLES = [
  'missing',
  'empty',
  'foreign',
  'truncated',
  'damaged',
  'newer',
  'locked',
  'no-access',
  'full',
  'unreadable',
  'replaced',
  'unsure',
] as const;
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

type Words = { readonly title: string; readonly text: string };

/** The trouble in the agent's words; the title stands alone on the command line. */
export const TROUBLE_WORDS: Readonly<Record<StoreTrouble, Words>> = {
  missing: {
    title: '数据文件不见了',
    text: '这台电脑用过小二工作台，但数据文件不在原来的位置。它可能被移动、删除，或被同步盘、杀毒软件拿走。如果找到了它，放回原处再「重新检查」；否则恢复一个备份。',
  },
  empty: {
    title: '数据文件是空的',
    text: '数据文件还在，但里面什么都没有。断电、磁盘写满或同步盘都可能造成这种情况。请恢复一个备份。',
  },
  foreign: {
    title: '原来的位置上是其他程序的数据文件',
    text: '它不是小二工作台的数据，没有改动。恢复备份时，这个文件会改名保留。',
  },
  truncated: {
    title: '数据文件不完整',
    text: '数据文件比应有的短，后面一截丢失了。复制中断、磁盘写满或硬盘故障都可能造成这种情况。请恢复一个备份。',
  },
  damaged: {
    title: '数据文件已损坏',
    text: '数据文件的内容被改坏，不能继续使用。断电、硬盘故障或其他程序改写都可能造成这种情况。请恢复一个备份。',
  },
  newer: {
    title: '数据来自更新的版本',
    text: '数据文件由更新的小二工作台写入，这个版本不能打开。请安装新版本；数据没有改动。',
  },
  locked: {
    title: '数据文件正被另一个程序占用',
    text: '可能是杀毒软件、同步盘、备份软件或正在运行的命令行。它一放开就自动打开，不会丢失任何数据。',
  },
  'no-access': {
    title: '没有打开数据文件的权限',
    text: '当前用户不能读写数据文件所在的文件夹，或磁盘是只读的。请让 IT 开放读写权限，再「重新检查」；数据没有改动。',
  },
  full: {
    title: '磁盘已满，数据文件无法打开',
    text: '打开数据文件需要少量空间。请清空回收站、删除不用的文件，再「重新检查」；数据没有改动，不需要恢复备份。',
  },
  unreadable: {
    title: '读取数据文件时磁盘出错',
    text: '可能是硬盘故障，或移动硬盘、网络盘断开。请检查连接，再「重新检查」；仍不能读取时，恢复一个备份，并请 IT 检查硬盘。',
  },
  replaced: {
    title: '数据文件在使用中被替换',
    text: '小二工作台运行时，数据文件被换成了另一个，或它的日志（-wal）被删除，可能是同步盘或恢复软件。现在的文件可能缺少最近的内容，请恢复最新的备份；确定它没有问题时，选择「使用现在的文件」。',
  },
  unsure: {
    title: '读写数据文件时出了错',
    text: '为了不让错误扩大，小二工作台停止了写入。再「重新检查」一次，没有问题就会打开；再次出现时，请恢复一个备份，并请 IT 检查硬盘。',
  },
};

/** A backup helps there; elsewhere the store is whole and something else stands in the way. */
export const isLost = (trouble: StoreTrouble): boolean =>
  trouble === 'missing' ||
  trouble === 'empty' ||
  trouble === 'foreign' ||
  trouble === 'truncated' ||
  trouble === 'damaged' ||
  trouble === 'unreadable' ||
  trouble === 'replaced' ||
  trouble === 'unsure';

/** Rows may still be read there, around what is damaged. */
export const isPartlyReadable = (trouble: StoreTrouble): boolean =>
  trouble === 'damaged' || trouble === 'truncated' || trouble === 'unsure';
