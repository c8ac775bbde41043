import { ACTIVITY_KIND_SPECS } from '../../../shared/domain/activities/activity-kinds.ts';
import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb } from '../connection.ts';

type Query = {
  /** `null`: the whole team. */
  readonly agentId: AgentId | null;
  readonly fromMs: EpochMs;
  readonly shopId: ShopId | null;
};

/** A task is ended by an agent's decision of some kind; those of a day are few beside all that imports have written. */
const DONE_SINCE_SQL = /* sql */ `
  SELECT count(DISTINCT t.id) FROM json_each(@kinds) AS k
  CROSS JOIN activities a INDEXED BY activities_by_kind ON a.kind = k.value AND a.at_ms >= @fromMs
  CROSS JOIN tasks t ON t.id = a.task_id
  WHERE (@agentId IS NULL OR a.agent_id = @agentId) AND t.state = 'done' AND t.done_at_ms >= @fromMs
    AND (@shopId IS NULL OR t.shop_id = @shopId)`;

const DECISIONS = JSON.stringify(
  Object.entries(ACTIVITY_KIND_SPECS).flatMap(([kind, { undo }]) => (undo === 'decision' ? [kind] : [])),
);

export function createDoneTasks(db: ReadableDb) {
  const count = db.prepare<[Query & { readonly kinds: string }], number>(DONE_SINCE_SQL).pluck();
  return {
    /** How many tasks were ended since then, and not taken up again. */
    countSince: (query: Query): number => count.get({ ...query, kinds: DECISIONS }) ?? 0,
  };
}
