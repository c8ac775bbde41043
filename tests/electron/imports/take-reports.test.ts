import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid, toCsv } from '../../support/export-files.ts';
import { anUnpaidOrder, openShopFloor, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { exportedRow } from '../../support/main-side/import-orders.ts';

const NOW = Date.UTC(2026, 5, 10, 6, 30);
const folder = createExportFolder();
afterAll(folder.remove);

let main: MainSide;
beforeEach(() => {
  main = createMainSide({ startsAtMs: NOW });
  openShopFloor(main);
});

type Cells = Readonly<Record<string, string>>;
const row = (index: number, cells: Cells = {}) => ({ ...exportedRow(anUnpaidOrder(index, NOW)), ...cells });
const file = (rows: readonly Cells[], name: string) =>
  folder.write(`\uFEFF${toCsv(exportGrid('ERA_D', rows))}`, name);

/** The agent presses 检查并导入; resolves when nothing is under way any more. */
async function take(...paths: readonly string[]) {
  await main.handlers['imports.preview']({ paths: [...paths], shopId: null, commitsWhenClear: true });
  await expect.poll(async () => (await jobs()).map(({ state }) => state.kind)).not.toContain('working');
  return Promise.all((await jobs()).map(async ({ shopId, state }) => [state.kind, nameOf(shopId)] as const));
}
const jobs = async () => main.handlers['imports.jobs'](undefined);
const nameOf = (shopId: string) => main.core.shops.list().find(({ id }) => id === shopId)?.name;

describe('P1: reports that wait are taken with one key', () => {
  it('imports what leaves nothing to decide', async () => {
    const taken = await take(file([row(300)], 'a.csv'), file([row(301)], 'b.csv'));
    expect(taken).toEqual([
      ['committed', '示例旗舰店'],
      ['committed', '示例旗舰店'],
    ]);
  });

  it('waits for the agent where a row cannot be read', async () => {
    expect(await take(file([row(300), row(301, { 订单编号: '' })], 'a.csv'))).toEqual([
      ['previewed', '示例旗舰店'],
    ]);
  });

  it('waits where the file is of a shop that is not there', async () => {
    expect(await take(file([row(300, { 店铺名称: '别人的店' })], 'a.csv'))).toEqual([
      ['previewed', '示例旗舰店'],
    ]);
  });

  it('waits where two shops of the platform could be meant, and not where the file names one', async () => {
    main.core.shops.add({ platform: 'tmall', name: '示例二店' });
    const named = file([row(301, { 店铺名称: '示例二店' })], 'named.csv');
    const nameless = file([row(300, { 店铺名称: '' })], 'a.csv');
    expect(await take(nameless, named)).toEqual([
      ['previewed', '示例旗舰店'],
      ['committed', '示例二店'],
    ]);
  });

  it('finds the shop of the platform by the file', async () => {
    const path = folder.write(`\uFEFF${toCsv(exportGrid('DOUYIN_75'))}`, 'orders.csv');
    const [taken] = await take(path);
    expect(taken?.[1]).toBe('示例生活馆');
  });

  it('writes nothing of a file that brings nothing', async () => {
    const path = file([row(300)], 'a.csv');
    main.core.importFile({ path, shop: shopNamed(main, '示例旗舰店'), agentId: null, isDryRun: false });
    expect(await take(path)).toEqual([['previewed', '示例旗舰店']]);
  });
});

describe('P1: how old the orders are', () => {
  it('is when the newest order report of each shop was written', () => {
    const [age] = main.core.stores.importRuns.dataAges(['taobao-orders']);
    expect(age).toEqual({ shopId: shopNamed(main, '示例旗舰店').id, asOfMs: NOW });
  });

  it('is not known before the first import, nor once it was taken back', () => {
    const { importRuns } = main.core.stores;
    for (const { id } of importRuns.listLatest(10)) importRuns.markUndone(id, NOW);
    expect(importRuns.dataAges(['taobao-orders'])).toEqual([]);
  });
});
