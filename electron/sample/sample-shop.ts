import type { ImportRunId } from '../../shared/domain/ids.ts';
import type { PlatformRecord } from '../../shared/domain/subjects/platform-record.ts';
import type { NewShop, Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { InTransaction } from '../store/connection.ts';
import type { RecordSampleChases } from './record-sample-chases.ts';
import { sampleChases } from './sample-chases.ts';
import { recordsOf, sampleRecords } from './sample-records.ts';

const SAMPLE_SHOP: NewShop = { name: '示例店铺（试用）', platform: 'taobao' };

type Dependencies = {
  readonly shops: { list(): Shop[]; add(shop: NewShop, isSample: boolean): Shop };
  readonly importRecords: (records: readonly PlatformRecord[], shop: Shop) => ImportRunId;
  readonly recordChases: RecordSampleChases;
  readonly removeShop: (id: Shop['id']) => void;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
};

/** A shop to try everything on: one click brings it, another takes it away. */
export function createSampleShop(dependencies: Dependencies) {
  const { shops, importRecords, recordChases, removeShop, clock, inTransaction } = dependencies;
  const installed = () => shops.list().find(({ isSample }) => isSample);

  return {
    install(): Shop {
      if (installed()) throw new AppError('conflict', '示例店铺已安装');
      return inTransaction(() => {
        const shop = shops.add(SAMPLE_SHOP, true);
        const nowMs = clock.now();
        const chased = sampleChases();
        const past = chased.flatMap(({ sketch, index }) => recordsOf(sketch, index, nowMs));
        const importRunId = importRecords([...past, ...sampleRecords(nowMs)], shop);
        recordChases(chased, { shop, importRunId, nowMs });
        return shop;
      });
    },
    remove(): void {
      const shop = installed();
      if (!shop) throw new AppError('not-found', '没有安装示例店铺');
      inTransaction(() => removeShop(shop.id));
    },
  };
}
