import { z } from 'zod';
import { AgentId, ImportRunId, ShopId } from './ids.ts';

export const FILE_FORMATS = [
  'taobao-orders',
  'taobao-items',
  'douyin-orders',
  'pinduoduo-orders',
  'jd-orders',
] as const;
export const FileFormat = z.enum(FILE_FORMATS);
export type FileFormat = z.infer<typeof FileFormat>;

export const FILE_FORMAT_LABELS = {
  'taobao-orders': '淘宝/天猫 订单报表',
  'taobao-items': '淘宝/天猫 宝贝报表',
  'douyin-orders': '抖店 订单',
  'pinduoduo-orders': '拼多多 订单',
  'jd-orders': '京东 订单',
} as const satisfies Record<FileFormat, string>;

/** Every data row is counted once: `rows = new + changed + unchanged + rejected`. */
export const ImportCounts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const RejectedRowSchema = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const ImportRun = z.object({
  id: ImportRunId,
  shopId: ShopId,
  fileName: z.string(),
  sha256: z.string(),
  format: FileFormat,
  agentId: AgentId.nullable(),
  atMs: z.int(),
  counts: ImportCounts,
  undoneAtMs: z.int().nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;
