import type { createExportFolder } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';

/** A parcel that could not be handed over, as a program that prints labels exports it. */
export const undelivered = (index: number) => ({
  快递单号: `YT${String(index).padStart(13, '0')}`,
  快递公司: '圆通速递',
  订单编号: '',
  收件人: '林小满',
  最新轨迹: '派送不成功，客户电话无人接听',
  最新轨迹时间: '2026-06-10 12:00:00',
  异常类型: '派送失败',
});

/** A file of logistics, imported for the first shop. */
export function importParcels(
  main: MainSide,
  folder: ReturnType<typeof createExportFolder>,
  rows: readonly ReturnType<typeof undelivered>[],
): void {
  const path = folder.writeCsv([Object.keys(undelivered(0)), ...rows.map((row) => Object.values(row))]);
  const shop = shopNamed(main, '示例旗舰店');
  const outcome = main.core.importFile({ path, shop, agentId: null, isDryRun: false });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
}
