import { AppError } from '../../../shared/errors.ts';

/** Only what the file or the disk is to blame for; a bug or a stop is none of it. */
export function reasonOfUnreadable(error: unknown): string | undefined {
  if (error instanceof AppError) return error.code === 'invalid-input' ? error.message : undefined;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '文件不存在，可能已被移动或删除；请重新选择文件';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') {
    return '文件无法打开，可能正被其他程序占用；请关闭打开它的 Excel 或 WPS 后重试';
  }
  return code === 'EISDIR' ? '这是文件夹，不是文件；请选择其中的表格文件' : undefined;
}
