import { shopNamed } from '../../../../support/main-side/a-shop-floor.ts';
import { ON_ITS_WAY } from '../../../parcels/a-parcel-desk.ts';
import type { Day } from './day.ts';
import { importCells } from './import-row.ts';

/** O13, A6: a parcel that no file has shown is written down; of another the customer hears, the courier is asked, the next file shows that it stands still, and what the customer says of it is settled. */
export async function watchParcels(day: Day): Promise<void> {
  const { main, ask, thereAndBack } = day;
  const shop = shopNamed(main, '示例旗舰店');
  const seen = { shopId: shop.id, parcelId: null, carrier: null, exception: '运输停滞', note: '' } as const;
  await thereAndBack(() => ask('parcels.register', { trackingNo: 'SF1234567890123', ...seen }));
  const undelivered = { ...ON_ITS_WAY, 异常类型: '派送失败' };
  importCells(day, undelivered);
  const parcelId = main.core.stores.parcels.idOf(shop.id, ON_ITS_WAY.快递单号);
  const note = { parcelId, againAtMs: null, note: '' };
  for (const what of ['told', 'asked', 'disputed', 'settled'] as const) {
    await thereAndBack(() => ask('parcels.note', { ...note, what }));
  }
  importCells(day, undelivered);
}
