import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../../../../cli/commands/records/import.ts';
import { createCore } from '../../../../../electron/core.ts';
import { rejectedRowsTable } from '../../../../../electron/imports/rejected-rows-table.ts';
import type { AgentId } from '../../../../../shared/domain/ids.ts';
import { DAY } from '../../../../../shared/time/durations.ts';
import { createExportFolder, exportGrid } from '../../../../support/export-files.ts';
import { createFakeClock } from '../../../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../../../support/memory-store.ts';
import { besideTheProduct } from './beside-the-product.ts';
import {
  type CreateRecordSpec,
  createToyFigures,
  createToyReturns,
  createToyTables,
  type ShownReturn,
} from './toy-specs.ts';

const NO = '3304370000000000001';
const OTHER_NO = '3304370000000000002';
const AGENT = 'agent-1' as AgentId;
const SHOP = { platform: 'taobao', name: '示例旗舰店' } as const;

const folder = createExportFolder();
afterAll(() => folder.remove());

const ORDERS = folder.writeCsv(exportGrid('ERA_B', [{ 订单编号: NO }, { 订单编号: OTHER_NO }]));

function returnsFile(...rows: readonly (readonly string[])[]): string {
  return folder.writeCsv([
    ['退件编号', '订单编号', '退件状态', '退回金额', '签收时间', '备注', '登记人'],
    ...rows,
  ]);
}

const RECEIVED = ['RT0001', NO, '已签收', '20.00', '2026-06-10 09:00:00', '外包装破损', '小满'];
const ON_ITS_WAY = ['RT0002', OTHER_NO, '运输中', '', '', '', '小满'];

/** A core that knows kinds of records which the program itself has never heard of, beside its own. */
function aWorkplace(specs: (shown: ShownReturn[]) => readonly CreateRecordSpec[]) {
  const { db } = createMemoryStore();
  createToyTables(db);
  insertAgent(db, { id: AGENT });
  const shown: ShownReturn[] = [];
  const clock = createFakeClock(Date.parse('2026-06-12T08:00:00+08:00'));
  const core = createCore({ db, clock, recordSpecs: besideTheProduct(specs(shown)) });
  const shop = core.shops.add(SHOP);
  const request = (path: string) => {
    clock.advanceBy(1000);
    return { path, shop, agentId: AGENT };
  };
  return {
    db,
    core,
    shop,
    shown,
    preview(path: string) {
      const outcome = core.importFile({ ...request(path), isDryRun: true });
      if (outcome.kind !== 'previewed') throw new Error(JSON.stringify(outcome));
      return outcome.preview;
    },
    commit(path: string) {
      const outcome = core.importFile({ ...request(path), isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
      return outcome.run;
    },
    refusal(path: string) {
      const outcome = core.importFile({ ...request(path), isDryRun: true });
      return outcome.kind === 'unreadable' ? outcome.reason : outcome.kind;
    },
    rowsOf: (table: 'toy_returns' | 'toy_figures') =>
      db.prepare<[], { id: string; fields: string }>(`SELECT id, fields FROM ${table} ORDER BY id`).all(),
    actOn(orderNo: string) {
      const order = core.stores.orders.findByNo(orderNo)[0];
      if (!order) throw new Error('No such order');
      core.stores.activities.append({
        atMs: clock.now(),
        kind: 'noted',
        subject: { kind: 'order', id: order.id },
        agentId: AGENT,
        taskId: null,
        scriptId: null,
        importRunId: null,
        data: { text: '已联系' },
      });
    },
  };
}

const both = (shown: ShownReturn[]) => [createToyReturns(shown), createToyFigures];
let place: ReturnType<typeof aWorkplace>;
beforeEach(() => {
  place = aWorkplace(both);
});

describe('X4: a kind of record that is only in the list', () => {
  it('is known by its columns, and by the names of its files', () => {
    const { core, preview } = place;
    expect(preview(returnsFile(RECEIVED))).toMatchObject({
      formatLabel: '退件登记',
      platforms: ['taobao', 'tmall'],
      recordLabel: '退件',
      unknownColumns: [],
    });
    expect(preview(ORDERS).formatLabel).toBe('淘宝/天猫 订单报表');
    expect(core.fileCatalogue.hasTellingName('退件登记0612.csv')).toBe(true);
    expect(core.fileCatalogue.hasTellingName('ExportOrderList.csv')).toBe(true);
    expect(core.fileCatalogue.hasTellingName('账单.csv')).toBe(false);
  });

  it('is refused, with what can be imported, as long as it is not in the list', () => {
    const without = aWorkplace(() => [createToyFigures]);
    const figures = folder.writeCsv([
      ['退件编号', '退件状态', '登记人'],
      ['RT0001', '已签收', '小满'],
    ]);
    expect(without.refusal(figures)).toMatch(/没有找到.*退件编号、退件状态、登记人.*绩效表/);
  });

  it('says which column is missing when the file does not name its records', () => {
    const nameless = folder.writeCsv([
      ['退件状态', '退回金额', '签收时间'],
      ['已签收', '1.00', ''],
    ]);
    expect(place.refusal(nameless)).toMatch(/没有退件编号这一列.*勾选「退件编号」/);
  });

  it('is previewed without a trace', () => {
    const { preview, commit, rowsOf } = place;
    commit(ORDERS);
    expect(preview(returnsFile(RECEIVED, ON_ITS_WAY)).counts).toMatchObject({ rows: 2, new: 2 });
    expect(rowsOf('toy_returns')).toEqual([]);
  });

  it('is committed whole, each record with its activity, and shown to its proofs', () => {
    const { commit, rowsOf, core, shop, shown } = place;
    commit(ORDERS);
    const run = commit(returnsFile(RECEIVED, ON_ITS_WAY));
    expect(run).toMatchObject({ format: 'toy-returns', counts: { rows: 2, new: 2, rejected: 0 } });
    expect(rowsOf('toy_returns').map(({ id }) => id)).toEqual([`${shop.id}/RT0001`, `${shop.id}/RT0002`]);
    const order = core.stores.orders.findByNo(NO)[0];
    const ofOrder = order ? core.stores.activities.listOf({ kind: 'order', id: order.id }) : [];
    expect(ofOrder.map(({ kind }) => kind)).toContain('record-imported');
    expect(shown).toMatchObject([
      { before: null, after: { returnNo: 'RT0001', backFen: 2000, extra: { 登记人: '小满' } } },
      { before: null, after: { state: '运输中' }, importRunId: run.id },
    ]);
  });

  it('does not change when the same file comes again', () => {
    const { commit, core, preview } = place;
    commit(ORDERS);
    const file = returnsFile(RECEIVED, ON_ITS_WAY, [...ON_ITS_WAY.slice(0, 2), '运输中', '5.00', '', '', '']);
    const first = commit(file);
    expect(first.counts).toMatchObject({ new: 2, changed: 1 });
    const before = core.stores.importRuns.listLatest(10).length;
    expect(preview(file).importedBeforeAtMs).toBe(first.atMs);
    expect(commit(file).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(core.stores.importRuns.listLatest(10)).toHaveLength(before + 1);
  });

  it('is merged by the policies of its fields, and the preview names what changes', () => {
    const { commit, preview, rowsOf } = place;
    commit(ORDERS);
    commit(returnsFile(RECEIVED));
    const later = returnsFile(['RT0001', NO, '已退款', '', '2026-06-10 09:00:00', '', '小禾']);
    const ref = { kind: 'order', id: expect.any(String) };
    const fields = ['退件状态', '备注', '其他列'];
    expect(preview(later).changed).toMatchObject([{ ref, title: 'RT0001', fields }]);
    commit(later);
    expect(JSON.parse(rowsOf('toy_returns')[0]?.fields ?? '{}')).toMatchObject({
      state: '已退款',
      backFen: 2000,
      note: null,
    });
    // It does not show the arrival that is known, so it comes from an older export.
    expect(commit(returnsFile(['RT0001', NO, '运输中', '', '', '', '小满'])).counts.unchanged).toBe(1);
  });

  it('hands rows back that cannot be read, and passes over sums', () => {
    const { core, commit, preview } = place;
    commit(ORDERS);
    const file = returnsFile(
      RECEIVED,
      ['', NO, '已签收', '', '', '', ''],
      ['2.02606E+27', NO, '已签收', '', '', '', ''],
      ['RT0003', NO, '已签收', '很多', '', '', ''],
      ['合计', '', '', '20.00', '', '', ''],
    );
    const { rejected, counts } = preview(file);
    expect(rejected).toMatchObject([
      { row: 3, column: '退件编号', reason: expect.stringContaining('为空') },
      { row: 4, column: '退件编号', reason: expect.stringContaining('科学计数法') },
      { row: 5, column: '退回金额', value: '很多' },
    ]);
    expect(counts).toMatchObject({ new: 2, rejected: 3 });
    const table = rejectedRowsTable(core.readExport(file, {}));
    expect([...table.rows].map((row) => row.at(-2))).toEqual(['3', '4', '5']);
  });

  it('is imported from the command line', async () => {
    const { core, commit } = place;
    commit(ORDERS);
    const values = { shop: SHOP.name, platform: SHOP.platform };
    const cliCore = { ...core, close: () => {} };
    const result = await importCommand.run({ core: cliCore, positionals: [returnsFile(RECEIVED)], values });
    expect(result).toMatchObject({ exitCode: 0, json: { runs: [{ format: 'toy-returns', new: 1 }] } });
  });
});

describe('X4: undoing the import of any kind', () => {
  it('leaves the store as if it had never been', () => {
    const { commit, core, rowsOf } = place;
    commit(ORDERS);
    const first = commit(returnsFile(RECEIVED));
    const before = rowsOf('toy_returns');
    const second = commit(
      returnsFile(['RT0001', NO, '已退款', '', '2026-06-11 09:00:00', '', ''], ON_ITS_WAY),
    );
    core.undoImport(second.id, null);
    expect(rowsOf('toy_returns')).toEqual(before);
    core.undoImport(first.id, null);
    expect(rowsOf('toy_returns')).toEqual([]);
  });

  it('refuses to take orders from under records of another kind, and names them', () => {
    // Without a subject nothing but the records themselves tells that they are about these orders.
    const { commit, core, rowsOf } = aWorkplace((shown) => [
      (base) => {
        const { subject: _none, ...spec } = createToyReturns(shown)(base);
        return spec;
      },
    ]);
    const orders = commit(ORDERS);
    const returns = commit(returnsFile(RECEIVED, ON_ITS_WAY));
    expect(() => core.undoImport(orders.id, null)).toThrow(
      '有 2 条退件依据这次导入的订单，不能撤销（RT0001、RT0002）',
    );
    expect(rowsOf('toy_returns')).toHaveLength(2);
    core.undoImport(returns.id, null);
    core.undoImport(orders.id, null);
    expect(core.stores.orders.findByNo(NO)).toEqual([]);
  });

  it('refuses where only the other kind knows that its records stand on them', () => {
    const standing = aWorkplace((shown) => [
      createToyReturns(shown),
      ({ db, stores }) => ({
        ...createToyFigures({ db, stores }),
        standsOn: (kind, ids) => (kind === 'order' && ids.length > 0 ? ['a-figure'] : []),
      }),
    ]);
    const { id } = standing.commit(ORDERS);
    expect(() => standing.core.undoImport(id, null)).toThrow(
      '有 1 条绩效依据这次导入的订单，不能撤销（a-figure）',
    );
  });

  it('refuses when an agent has worked on what it brought', () => {
    const { actOn, commit, core, rowsOf } = place;
    commit(ORDERS);
    const run = commit(returnsFile(RECEIVED));
    actOn(NO);
    expect(() => core.undoImport(run.id, null)).toThrow(/有 1 个退件在导入后已被客服处理，不能撤销/);
    expect(rowsOf('toy_returns')).toHaveLength(1);
  });
});

describe('X4: records that are no subjects', () => {
  const figures = (...rows: readonly (readonly string[])[]) =>
    folder.writeCsv([['日期', '客服', '接待人数'], ...rows]);
  const manyDays = Array.from({ length: 450 }, (_, day) => {
    const date = new Date(Date.parse('2025-01-01') + day * DAY).toISOString().slice(0, 10);
    return [date, '小满', String(day)];
  });

  it('share their activities, so that a long file leaves few', () => {
    const { commit, core, rowsOf, shop } = place;
    const run = commit(figures(...manyDays, ['汇总', '', '9999']));
    expect(run.counts).toMatchObject({ rows: 450, new: 450, rejected: 0 });
    const ofShop = core.stores.activities.listOf({ kind: 'shop', id: shop.id });
    expect(ofShop.filter(({ kind }) => kind === 'records-imported')).toHaveLength(3);
    core.undoImport(run.id, null);
    expect(rowsOf('toy_figures')).toEqual([]);
  });

  it('are not taken back from under a later import', () => {
    const { commit, core, rowsOf } = place;
    commit(figures(['2026-06-01', '小满', '5']));
    const second = commit(figures(['2026-06-01', '小满', '6']));
    const third = commit(figures(['2026-06-01', '小满', '7']));
    expect(() => core.undoImport(second.id, null)).toThrow('有 1 条绩效在导入后又被更新，不能撤销（小满）');
    core.undoImport(third.id, null);
    core.undoImport(second.id, null);
    expect(JSON.parse(rowsOf('toy_figures')[0]?.fields ?? '{}')).toMatchObject({ visitors: 5 });
  });
});

describe('what is forgotten in the list of kinds is not silent', () => {
  it.each<[string, Parameters<typeof createToyReturns>[1], RegExp]>([
    ['a name that another kind has', { name: 'toy-figure' }, /name toy-figure/],
    ['a table that another kind has', { table: 'toy_figures' }, /table toy_figures/],
    ['no format', { formats: [] }, /No file can be of the kind toy-return/],
    [
      'a format that no column tells',
      { formats: [{ name: 'toy-returns', label: '退件登记', platforms: ['taobao'], marks: [] }] },
      /toy-returns/,
    ],
    [
      'the name of another format',
      {
        formats: [
          { name: 'jd-orders', label: '退件登记', platforms: ['jd'], marks: [{ all: ['退件状态'] }] },
        ],
      },
      /format jd-orders/,
    ],
    ['a key that is no field', { key: ['returnNumber'] }, /key returnNumber/],
  ])('%s', (_what, overrides, message) => {
    expect(() => aWorkplace((shown) => [createToyReturns(shown, overrides), createToyFigures])).toThrow(
      message,
    );
  });
});
