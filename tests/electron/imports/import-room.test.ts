import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { createImportFile } from '../../../electron/imports/import-file.ts';
import { ORDER_EXPORT } from '../../../electron/imports/kinds/orders/order-export.ts';
import { AppError } from '../../../shared/errors.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertShop } from '../../support/memory-store.ts';

const TEXT = '订单编号,买家会员名,总金额,订单状态\r\n="1",小李,88.00,等待买家付款';

const titleOf = () => undefined;
const no = () => {
  throw new Error('Nothing is to be written');
};

describe('F5: an import that would fill the disk', () => {
  it('is refused before its first row is written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-room-'));
    const path = join(folder, 'ExportOrderList.csv');
    writeFileSync(path, TEXT);
    const { db } = createMemoryStore();
    const shop = insertShop(db);
    const core = createCore({ db, clock: createFakeClock(0) });
    const asked: number[] = [];
    const importFile = createImportFile({
      ...core,
      kinds: [
        { reading: ORDER_EXPORT, table: 'orders', subjectKind: 'order', titleOf, takeIn: no, takeBack: no },
      ],
      stores: { ...core.stores, runs: core.stores.importRuns },
      judgeClaims: () => false,
      withScratch: () => {
        throw new Error('A commit needs no scratch');
      },
      requireRoom(bytes) {
        asked.push(bytes);
        throw new AppError('conflict', '磁盘空间不足');
      },
    });
    expect(() => importFile({ path, shop, agentId: null, isDryRun: false })).toThrow('磁盘空间不足');
    expect(asked).toEqual([2 * Buffer.byteLength(TEXT)]);
    rmSync(folder, { recursive: true });
  });
});
