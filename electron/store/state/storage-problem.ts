/** In the agent's words, by SQLite's code or the system's; `null` where it is a bug. */
const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, '磁盘空间不足'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, '数据文件已损坏'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, '另一个程序正占用该文件'],
  [/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|EROFS|EACCES|EPERM)/, '没有写入该文件夹的权限'],
  [/^(SQLITE_CANTOPEN|ENOENT|ENOTDIR)/, '找不到或无法打开该位置'],
  [/^(SQLITE_IOERR|EIO|ENXIO|ENODEV)/, '磁盘读写出错，可能是硬盘故障或设备已拔出'],
];

export function storageProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  return PROBLEMS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
