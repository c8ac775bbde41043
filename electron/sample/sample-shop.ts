import type { PlatformRecord } from '../../shared/domain/platform-record.ts';
import type { NewShop, Shop } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { InTransaction } from '../store/connection.ts';
import { sampleRecords } from './sample-records.ts';

const SAMPLE_SHOP: NewShop = { name: '示例店铺（试用）', platform: 'tmall' };

type Dependencies = {
  readonly shops: { list(): Shop[]; add(shop: NewShop, isSample: boolean): Shop };
  readonly importRecords: (records: readonly PlatformRecord[], shop: Shop) => void;
  readonly removeShop: (id: Shop['id']) => void;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
};

/** A shop to try everything on: one click brings it, another takes it away. */
export function createSampleShop({ shops, importRecords, removeShop, clock, inTransaction }: Dependencies) {
  const installed = () => shops.list().find(({ isSample }) => isSample);

  return {
    install(): Shop {
      if (installed()) throw new AppError('conflict', '示例店铺已安装');
      return inTransaction(() => {
        const shop = shops.add(SAMPLE_SHOP, true);
        importRecords(sampleRecords(clock.now()), shop);
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
