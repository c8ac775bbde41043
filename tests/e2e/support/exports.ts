import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { encodeText, exportGrid, toCsv } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { buildXlsx } from '../../support/xlsx-files.ts';
import type { RunningApp } from './app.ts';

export const UNPAID = '等待买家付款';
export const PAID = '买家已付款，等待卖家发货';
export const CLOSED = '交易关闭';

type Cells = Readonly<Record<string, string>>;
type WithFolder = Pick<RunningApp, 'userData'>;
type File = { readonly name: string; readonly writtenAt: string };

/** Writes a file as a platform would have at that moment: proofs look at when an export was made. */
function write(app: WithFolder, { name, writtenAt }: File, bytes: Uint8Array): string {
  const path = join(app.userData, 'downloads', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const at = new Date(writtenAt);
  utimesSync(path, at, at);
  return path;
}

/** 淘宝 order report of Era B: 46 columns, GB18030, `="…"` numbers, CRLF. */
export function writeOrderCsv(app: WithFolder, file: File, orders: readonly Cells[]): string {
  const text = toCsv(exportGrid('ERA_B', orders), { quotes: 'all', hasFormulaIds: true });
  return write(app, file, encodeText(text, 'gb18030'));
}

/** 千牛 order report of Era E: an xlsx whose dimension lies and which names no customer. */
export function writeOrderXlsx(app: WithFolder, file: File, orders: readonly Cells[]): string {
  const rows = exportGrid('ERA_E', orders);
  return write(app, file, buildXlsx({ sheets: [{ name: 'export', rows, dimension: 'A1' }] }));
}

/** 宝贝报表: one row per sub-order. */
export function writeItemCsv(app: WithFolder, file: File, items: readonly Cells[]): string {
  const text = toCsv(exportGrid('ITEMS_CLASSIC', items), { quotes: 'all', hasFormulaIds: true });
  return write(app, file, encodeText(text, 'gb18030'));
}

/** A refund report, in the layout of that name. */
export function writeRefundCsv(
  app: WithFolder,
  file: File & { readonly layout: ExportName },
  refunds: readonly Cells[],
): string {
  return write(app, file, encodeText(toCsv(exportGrid(file.layout, refunds)), 'gb18030'));
}

/** A file of logistics or exceptions, with the columns that its rows name. */
export function writeParcelCsv(app: WithFolder, file: File, parcels: readonly Cells[]): string {
  const header = [...new Set(parcels.flatMap((row) => Object.keys(row)))];
  const grid = [header, ...parcels.map((row) => header.map((name) => row[name] ?? ''))];
  return write(app, file, encodeText(toCsv(grid), 'gb18030'));
}

/** `2026-06-10 09:40:00`, as exports write it. */
export function exportTime(at: string | number): string {
  return new Date(new Date(at).getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
}

type Placed = { readonly no: string; readonly nick: string; readonly placedAt: string };

export function unpaidOrder({ no, nick, placedAt }: Placed, more: Cells = {}): Cells {
  return {
    订单编号: no,
    买家会员名: nick,
    订单状态: UNPAID,
    订单创建时间: exportTime(placedAt),
    订单付款时间: '',
    物流单号: '',
    物流公司: '',
    买家实际支付金额: '0.00',
    买家实付金额: '0.00',
    ...more,
  };
}

/** So many unpaid orders of as many customers, one second apart and all due for a chase. */
export function manyUnpaid(count: number, now: string): Cells[] {
  const firstMs = Date.parse(now) - DAY / 2;
  return Array.from({ length: count }, (_, index) =>
    unpaidOrder(
      {
        no: `33${String(index).padStart(17, '0')}`,
        nick: `示例客户${String(index).padStart(5, '0')}`,
        placedAt: new Date(firstMs + index * 1000).toISOString(),
      },
      { 宝贝标题: `示例商品 ${index % 97} 号`, 总金额: `${20 + (index % 300)}.50` },
    ),
  );
}
