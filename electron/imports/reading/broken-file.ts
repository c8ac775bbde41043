import { AppError } from '../../../shared/errors.ts';

/** A file that does not follow its format was cut off or changed on its way; a guess would put values where they do not belong. */
export function brokenFile(): AppError {
  return new AppError('invalid-input', '文件已损坏或没有下载完整，无法读取；请重新导出或重新下载后再导入');
}
