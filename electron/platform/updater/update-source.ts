import { posix, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../../shared/errors.ts';

/**
 * The address of the releases, which ends with a slash: a folder (`D:\更新`), a share (`\\server\xiaoer`) or a web server
 * of the intranet.
 */
export function sourceUrl(source: string, platform = process.platform): URL {
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source)) throw refusal();
    return new URL(source.endsWith('/') ? source : `${source}/`);
  }
  const { isAbsolute, sep } = platform === 'win32' ? win32 : posix;
  if (!isAbsolute(source)) throw refusal();
  return pathToFileURL(source.endsWith(sep) ? source : source + sep, { windows: platform === 'win32' });
}

function refusal(): AppError {
  return new AppError(
    'invalid-input',
    '更新来源须是完整的文件夹路径（如 D:\\更新、\\\\server\\xiaoer）或内网网址（http:// 开头）',
  );
}
