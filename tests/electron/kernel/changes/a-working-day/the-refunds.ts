import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refund } from '../../../../../shared/domain/refunds/refund.ts';
import { HOUR } from '../../../../../shared/time/durations.ts';
import { exportGrid, toCsv } from '../../../../support/export-files.ts';
import { shopNamed } from '../../../../support/main-side/a-shop-floor.ts';
import { APPLIED } from '../../../refunds/a-refund-desk.ts';
import type { Day } from './day.ts';

/** A refund is answered and noted, the next file shows it as it was, and the one after that in the platform's hands. */
export async function answerARefund({ main, folder, ask, thereAndBack }: Day): Promise<void> {
  const shop = shopNamed(main, '示例旗舰店');
  function importRefund(cells: Readonly<Record<string, string>>): void {
    main.clock.advanceBy(HOUR);
    const path = join(folder, '退款报表.csv');
    writeFileSync(path, `\uFEFF${toCsv(exportGrid('REFUNDS_2026', [cells]))}`);
    const outcome = main.core.importFile({ path, shop, agentId: null, isDryRun: false });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  }

  importRefund(APPLIED);
  const [refundId] = main.core.stores.refunds.listLive(shop.id);
  const refund: Refund | undefined = refundId && main.core.stores.refunds.refundOf(refundId);
  if (!refund) throw new Error('The refund was not imported');
  const asked = { refundId: refund.id };
  await thereAndBack(() => ask('refunds.answer', { ...asked, decision: 'agree' }));
  await thereAndBack(() => ask('refunds.noteRetention', { ...asked, retention: 'failed' }));
  await thereAndBack(() => ask('refunds.noteArrival', { ...asked, arrival: 'arrived' }));
  importRefund(APPLIED);
  importRefund({ ...APPLIED, 退款状态: '卖家已经同意退款，等待买家退货' });
}
