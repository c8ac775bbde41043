import type { FileFormat } from '../../../shared/domain/import-run.ts';
import type { Platform } from '../../../shared/domain/shop.ts';

/** Whose shops a file of this format can be about. */
export const FORMAT_PLATFORMS = {
  'taobao-orders': ['taobao', 'tmall'],
  'taobao-items': ['taobao', 'tmall'],
  'douyin-orders': ['douyin'],
  'pinduoduo-orders': ['pinduoduo'],
  'jd-orders': ['jd'],
} as const satisfies Record<FileFormat, readonly Platform[]>;
