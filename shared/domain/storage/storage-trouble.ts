/** Why something could not be stored or read. Each is told apart, because each has another way out. */
export const STORAGE_TROUBLES = ['full', 'damaged', 'locked', 'no-rights', 'not-found', 'io'] as const;
export type StorageTrouble = (typeof STORAGE_TROUBLES)[number];

/** By SQLite's code or the system's. */
const CODES: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'damaged'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, 'locked'],
  [/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|EROFS|EACCES|EPERM)/, 'no-rights'],
  [/^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EHOSTDOWN|EHOSTUNREACH|ENETUNREACH|ENOTCONN)/, 'not-found'],
  [/^(SQLITE_IOERR|EIO|ENXIO|ENODEV|ESTALE|ETIMEDOUT|UNKNOWN)/, 'io'],
];

/** An error says in its causes what the disk said. */
const DEEPEST_CAUSE = 5;

export type StorageError = Error & { readonly code: string; readonly path?: string };

/** The error of SQLite or of the system that stands behind this one; `null` where the disk is not to blame. */
export function storageErrorIn(error: unknown, causesLeft = DEEPEST_CAUSE): StorageError | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  // The check above makes it one.
  if (CODES.some(([pattern]) => pattern.test(code))) return error as StorageError;
  return causesLeft === 0 ? null : storageErrorIn(error.cause, causesLeft - 1);
}

export function storageTroubleOf(error: unknown): StorageTrouble | null {
  const code = storageErrorIn(error)?.code ?? '';
  return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

type Words = { readonly what: string; readonly wayOut: string };

/** In the agent's words. What the system does not tell is said as a guess. */
export const STORAGE_WORDS: Readonly<Record<StorageTrouble, Words>> = {
  full: {
    what: '磁盘空间不足',
    wayOut: '请清空回收站、删除不用的文件后再试，原有的数据没有受影响',
  },
  damaged: {
    what: '数据文件已损坏',
    wayOut: '请重新启动小二工作台，按页面提示恢复备份',
  },
  locked: {
    what: '另一个程序正占用该文件',
    wayOut: '请等它完成或退出它后再试；可能是杀毒软件、同步盘、备份软件或正在进行的导入',
  },
  'no-rights': {
    what: '没有写入的权限，或磁盘是只读的',
    wayOut: '请让 IT 开放该文件夹的读写权限后再试',
  },
  'not-found': {
    what: '找不到或无法打开该位置',
    wayOut: '移动硬盘、U 盘或网络盘可能没有连接，请连接后再试',
  },
  io: {
    what: '磁盘读写出错',
    wayOut: '可能是硬盘故障、设备已拔出或网络盘断开，请检查后再试；再次出现时请联系 IT 检查硬盘',
  },
};

/** Programs that copy a folder to a server, and hold or replace its files while they do. */
const SYNCED = [
  [/onedrive/iu, 'OneDrive'],
  [/坚果云|nutstore/iu, '坚果云'],
  [/dropbox/iu, 'Dropbox'],
  [/百度网盘|baidu(?:netdisk|syncdisk|yun)/iu, '百度网盘'],
  [/wps ?云盘|wpsdrive|wps cloud/iu, 'WPS 云盘'],
  [/微云|weiyun/iu, '微云'],
  [/阿里云盘|aliyundrive/iu, '阿里云盘'],
  [/icloud/iu, 'iCloud'],
  [/google ?drive/iu, 'Google Drive'],
] as const satisfies readonly (readonly [RegExp, string])[];

const MOVE_AWAY = '请让 IT 把数据放到本机磁盘上不同步的文件夹';

/** A warning of a place that gives trouble again and again; `null` where it is like any other. */
export function placeWarning(path: string, isNetworkDrive = false): string | null {
  const parts = path.split(/[\\/]/u);
  const synced = SYNCED.find(([pattern]) => parts.some((part) => pattern.test(part)));
  if (synced) return `该文件夹由 ${synced[1]} 同步，同步时文件会被占用或替换，${MOVE_AWAY}`;
  if (isNetworkDrive || /^[\\/]{2}[^\\/?.]/u.test(path))
    return `该文件夹在网络共享上，断线时数据可能丢失，${MOVE_AWAY}`;
  if (/[\\/]AppData[\\/]Roaming[\\/]/iu.test(path))
    return `该文件夹属于漫游配置，注销时可能被复制到服务器，${MOVE_AWAY}`;
  return null;
}
