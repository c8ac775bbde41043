import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import type { DayAhead } from '../../shared/domain/tasks/day-ahead.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { ChaseReport, ReportQuery } from '../../shared/ipc/contract/program/report-contract.ts';
import type { BulletinRow } from '../../shared/ipc/contract/shifts/bulletin-contract.ts';
import type { HandoverRow } from '../../shared/ipc/contract/shifts/handover-contract.ts';
import type { Today } from '../../shared/ipc/contract/shifts/today-contract.ts';
import { type QueueCounts, type QueueFilter, WHOLE_QUEUE } from '../../shared/ipc/contract/task-contract.ts';
import { beijingDate, startOfBeijingDay } from '../../shared/time/beijing.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';

type Asker = { readonly agentId: AgentId | null; readonly nowMs: EpochMs };

type Dependencies = {
  readonly clock: Clock;
  readonly shops: { list(): readonly Shop[] };
  readonly agents: { get(id: AgentId): Agent | undefined };
  readonly roster: {
    onDutyAt(
      atMs: EpochMs,
      shopId: ShopId | null,
    ): readonly { readonly agentId: AgentId; readonly name: string; readonly endMs: EpochMs }[];
  };
  readonly orderDataAges: () => readonly { readonly shopId: ShopId; readonly asOfMs: EpochMs }[];
  readonly handoverView: { waiting(agentId: AgentId | null): HandoverRow[] };
  readonly bulletinView: { unread(agentId: AgentId | null): BulletinRow[] };
  readonly queue: {
    dayAhead(shopId: ShopId | null, asker: Asker): DayAhead;
    count(filter: QueueFilter, asker: Asker): QueueCounts;
  };
  readonly chaseReport: (query: ReportQuery) => ChaseReport;
  readonly doneTasks: {
    countSince(query: {
      readonly agentId: AgentId | null;
      readonly fromMs: EpochMs;
      readonly shopId: ShopId | null;
    }): number;
  };
};

export type ShowToday = ReturnType<typeof createShowToday>;

/** The day of one agent: how old the orders are, what was handed over, what comes up, what is done. */
export function createShowToday(dependencies: Dependencies) {
  const { clock, shops, agents, roster, orderDataAges } = dependencies;
  const { handoverView, bulletinView, queue, chaseReport, doneTasks } = dependencies;

  function dataOf(shopId: ShopId | null): Today['data'] {
    const ages = new Map(orderDataAges().map((age) => [age.shopId, age.asOfMs]));
    return shops
      .list()
      .filter(({ id, isSample }) => !isSample && (shopId === null || id === shopId))
      .map(({ id, name }) => ({ shopId: id, shopName: name, asOfMs: ages.get(id) ?? null }));
  }

  const onDuty = (shopId: ShopId | null, nowMs: EpochMs): Today['onDuty'] =>
    roster
      .onDutyAt(nowMs, shopId)
      .map(({ agentId, name, endMs }) => ({
        name: agents.get(agentId)?.name ?? '同事',
        shift: name,
        untilMs: endMs,
      }))
      .toSorted((a, b) => a.untilMs - b.untilMs);

  function doneBy({ agentId, nowMs }: Asker, shopId: ShopId | null): Today['done'] {
    const day = beijingDate(nowMs);
    const report = chaseReport({ fromDate: day, toDate: day, shopId });
    const own = agentId === null ? report : report.by['agent']?.find(({ key }) => key === agentId);
    return {
      tasks: doneTasks.countSince({ agentId, fromMs: startOfBeijingDay(nowMs), shopId }),
      chased: own?.chased ?? 0,
      recovered: own?.recovered ?? 0,
      recoveredFen: own?.recoveredFen ?? 0,
    };
  }

  /** `agentId` of `null`: of the whole team. */
  return (agentId: AgentId | null, shopId: ShopId | null): Today => {
    const asker = { agentId, nowMs: clock.now() };
    return {
      data: dataOf(shopId),
      onDuty: onDuty(shopId, asker.nowMs),
      handovers: handoverView.waiting(agentId),
      bulletins: bulletinView.unread(agentId),
      ahead: queue.dayAhead(shopId, asker),
      missed: queue.count({ ...WHOLE_QUEUE, shopId }, asker).byTab.missed,
      done: doneBy(asker, shopId),
      nowMs: asker.nowMs,
    };
  };
}
