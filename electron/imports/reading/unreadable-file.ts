import { AppError } from '../../../shared/errors.ts';
import { ownValue } from '../../../shared/own-value.ts';

const GONE = '文件不存在，可能已被移动或删除；请重新选择文件';
const TAKEN = '文件无法打开，可能正被其他程序占用；请关闭打开它的 Excel 或 WPS 后重试';
const DISK = '读取文件时磁盘或网络出错；请把文件复制到本机磁盘后重新选择';

/** By the codes of the system and of Node. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: GONE,
  ENOTDIR: GONE,
  EACCES: TAKEN,
  EPERM: TAKEN,
  EBUSY: TAKEN,
  EISDIR: '这是文件夹，不是文件；请选择其中的表格文件',
  ENAMETOOLONG: '文件名或路径太长，系统打不开；请改短或移到别处后重新选择',
  // An empty byte in the path.
  ERR_INVALID_ARG_VALUE: '这不是文件的路径；请重新选择文件',
  EIO: DISK,
  ENXIO: DISK,
  ETIMEDOUT: DISK,
  ESTALE: DISK,
};

/** Only what the file or the disk is to blame for; a bug or a stop is none of it. */
export function reasonOfUnreadable(error: unknown): string | undefined {
  if (error instanceof AppError) return error.code === 'invalid-input' ? error.message : undefined;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ownValue(REASONS, code);
}
