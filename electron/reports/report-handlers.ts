import type { ShopId } from '../../shared/domain/ids.ts';
import type { ChaseReport, ChaseReportQuery } from '../../shared/ipc/contract/report-contract.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Table } from '../exports/table.ts';
import type { Handlers } from '../ipc/answer-calls.ts';

type Dependencies = {
  readonly chaseReport: (query: ChaseReportQuery) => ChaseReport;
  readonly tables: {
    chaseReport(report: ChaseReport): Table;
    orders(shopId: ShopId | null): Table;
    tasks(shopId: ShopId | null): Table;
    scripts(): Table;
    wording(shopId: ShopId | null): Table;
  };
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly saveTable: (path: string, table: Table) => Promise<void>;
  readonly clock: Clock;
};

export function createReportHandlers({ chaseReport, tables, chooseTarget, saveTable, clock }: Dependencies) {
  /** The table is made only once the agent has said where to. */
  async function save(name: string, format: string, table: () => Table): Promise<string | null> {
    const target = await chooseTarget(`${name}-${beijingDate(clock.now())}.${format}`);
    if (target !== null) await saveTable(target, table());
    return target;
  }

  return {
    'reports.chase': (query) => chaseReport(query),
    'reports.exportChase': ({ format, ...query }) =>
      save('催付报表', format, () => tables.chaseReport(chaseReport(query))),
    'exports.save': ({ what, format, shopId }) => {
      const names = { orders: '订单', tasks: '待办', scripts: '话术', wording: '用语检查' } as const;
      return save(names[what], format, () => tables[what](shopId));
    },
  } satisfies Partial<Handlers>;
}
