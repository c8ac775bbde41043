import { createCore } from '../../../electron/core.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { type Parcel, type ParcelId, shownStateOf } from '../../../shared/domain/parcels/parcel.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { type createExportFolder, exportGrid } from '../../support/export-files.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

type Cells = Readonly<Record<string, string>>;

export const AGENT = 'agent-1' as AgentId;
export const NOW: number = beijing('2026-06-13 10:00');
export const ORDER_NO = '3304370000000000009';
export const TRACKING_NO = 'YT0000000000001';

/** A parcel on its way, as a program that prints labels exports it. */
export const ON_ITS_WAY = {
  快递单号: TRACKING_NO,
  快递公司: '圆通速递',
  订单编号: ORDER_NO,
  最新轨迹: '快件已到达【杭州中心】',
  最新轨迹时间: '2026-06-12 20:00:00',
  异常类型: '',
} as const satisfies Cells;

/** A workstation with one shop, its files and its parcels. */
export function aParcelDesk(folder: ReturnType<typeof createExportFolder>) {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT });
  const clock = createFakeClock(NOW);
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });

  function commitFile(path: string) {
    clock.advanceBy(20 * MINUTE);
    const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    return outcome.run;
  }

  const gridOf = (rows: readonly Cells[]): string[][] => {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  };
  /** The newest layout, with columns of older ones where a test names them. */
  function orderGrid(rows: readonly Cells[]): string[][] {
    const grid = exportGrid('ERA_E', rows);
    const more = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
      (name) => !grid[0]?.includes(name),
    );
    return grid.map((cells, at) => [
      ...cells,
      ...more.map((name) => (at === 0 ? name : (rows[at - 1]?.[name] ?? ''))),
    ]);
  }
  const parcels = (): Parcel[] =>
    core.stores.parcels.load(
      db.prepare<[], ParcelId>('SELECT id FROM parcels ORDER BY tracking_no').pluck().all(),
    );

  return {
    db,
    core,
    clock,
    shop,
    actor: () => ({ agentId: AGENT, nowMs: clock.now() }),
    preview: (...rows: readonly Cells[]) =>
      core.importFile({ path: folder.writeCsv(gridOf(rows)), shop, agentId: AGENT, isDryRun: true }),
    /** The next file comes a while after whatever was done before. */
    commit: (...rows: readonly Cells[]) => commitFile(folder.writeCsv(gridOf(rows))),
    commitOrders: (...rows: readonly Cells[]) => commitFile(folder.writeCsv(orderGrid(rows))),
    commitRefunds: (...rows: readonly Cells[]) =>
      commitFile(folder.writeCsv(exportGrid('REFUNDS_2026', rows))),
    parcels,
    states: () => parcels().map(shownStateOf),
    tasks: (): Task[] =>
      parcels()
        .flatMap(({ id }) => core.stores.tasks.listToDo({ kind: 'parcel', id }))
        .toSorted((a, b) => a.dueAtMs - b.dueAtMs),
    toDo(): string[] {
      return this.tasks().map(({ kind, step }) => `${kind} ${step}`);
    },
  };
}

export type ParcelDesk = ReturnType<typeof aParcelDesk>;
