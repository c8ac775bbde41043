import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import type { ReportPeriod } from '../../../shared/domain/report-period.ts';
import { inPages } from '../../../shared/in-pages.ts';
import { toActivityData } from '../activities/activity-row.ts';
import type { ReadableDb } from '../connection.ts';
import { createChaseHistories, type SentMessage } from './sent-chases.ts';

export type ChaseRow = SentMessage & {
  readonly scriptTitle: string | null;
  readonly agentName: string | null;
};
export type RecoveryRow = {
  readonly orderId: OrderId;
  readonly taskId: TaskId | null;
  readonly amountFen: number;
};

type FactRow = { readonly subject_id: OrderId; readonly task_id: TaskId | null; readonly data: string };

/** How many orders are read at once. */
const PAGE = 1000;

export type ChaseReportStore = ReturnType<typeof createChaseReportStore>;

/** P10: the chases of a period and their success. Those of a removed shop are gone with its orders. */
export function createChaseReportStore(db: ReadableDb) {
  const selectOrders = db.prepare<[ReportPeriod], { subject_id: OrderId }>(/* sql */ `
    SELECT DISTINCT a.subject_id FROM activities a INDEXED BY activities_by_kind
    CROSS JOIN orders o ON o.id = a.subject_id CROSS JOIN shops s ON s.id = o.shop_id
    WHERE a.kind IN ('chased', 'script-copied', 'reason-noted', 'pay-agreed', 'reorder-agreed') AND a.at_ms >= @fromMs AND a.at_ms < @toMs
      AND a.subject_kind = 'order' AND (@shopId IS NULL OR s.id = @shopId)`);
  // A run that was undone proves nothing any more.
  const selectRecoveries = db.prepare<[string], FactRow>(/* sql */ `
    SELECT a.subject_id, a.task_id, a.data FROM json_each(?) AS wanted
    CROSS JOIN activities a ON a.subject_kind = 'order' AND a.subject_id = wanted.value AND a.kind = 'recovered'
    LEFT JOIN import_runs r ON r.id = a.import_run_id
    WHERE r.undone_at_ms IS NULL ORDER BY a.at_ms, a.id`);
  const selectReasons = db.prepare<[string], FactRow>(/* sql */ `
    SELECT a.subject_id, a.task_id, a.data FROM json_each(?) AS wanted
    CROSS JOIN activities a ON a.subject_kind = 'order' AND a.subject_id = wanted.value
      AND a.kind IN ('reason-noted', 'pay-agreed', 'reorder-agreed', 'chased', 'snoozed', 'chase-lost')
    WHERE json_extract(a.data, '$.reason') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM activities u WHERE u.subject_kind = 'order' AND u.subject_id = a.subject_id
        AND u.kind = 'undone' AND json_extract(u.data, '$.undoes') = a.id)
    ORDER BY a.at_ms, a.id`);
  const selectAgents = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM agents');
  // Of an archived script and its successor with the same code, the successor's title is shown.
  const selectScripts = db.prepare<[], { code: string; title: string }>(/* sql */ `
    SELECT code, title FROM scripts ORDER BY archived_at_ms IS NULL, archived_at_ms`);
  const readHistories = createChaseHistories(db);

  function namesOf() {
    const agents = new Map(selectAgents.all().map(({ id, name }) => [id, name]));
    const scripts = new Map(selectScripts.all().map(({ code, title }) => [code.toLowerCase(), title]));
    return ({ scriptCode, agentId }: SentMessage) => ({
      scriptTitle: scripts.get(scriptCode?.toLowerCase() ?? '') ?? null,
      agentName: agents.get(agentId ?? '') ?? null,
    });
  }

  /** The reason is often learned after the message, or with another one; the last known one speaks for all. */
  function reasonsOf(orderIds: readonly OrderId[]): (message: SentMessage) => string | null {
    const rows = selectReasons.all(JSON.stringify(orderIds));
    const known = new Map(rows.map((row) => [row.subject_id, toActivityData(row.data).reason]));
    return ({ reason, orderId }) => reason ?? known.get(orderId) ?? null;
  }

  function recoveriesOf(orderIds: readonly OrderId[]): RecoveryRow[] {
    return selectRecoveries.all(JSON.stringify(orderIds)).map((row) => ({
      orderId: row.subject_id,
      taskId: row.task_id,
      amountFen: toActivityData(row.data).amountFen ?? 0,
    }));
  }

  return {
    read(period: ReportPeriod): { chases: ChaseRow[]; recoveries: RecoveryRow[] } {
      const orderIds = selectOrders.all(period).map((row) => row.subject_id);
      const nameOf = namesOf();
      const isInPeriod = ({ atMs }: SentMessage) => atMs >= period.fromMs && atMs < period.toMs;
      const chases: ChaseRow[] = [];
      const recoveries: RecoveryRow[] = [];
      for (const page of inPages(orderIds, PAGE)) {
        const historyOf = readHistories(page);
        const reasonOf = reasonsOf(page);
        const messages = page.flatMap((id) => historyOf(id).messages).filter(isInPeriod);
        for (const message of messages) {
          chases.push({ ...message, ...nameOf(message), reason: reasonOf(message) });
        }
        recoveries.push(...recoveriesOf(page));
      }
      return { chases, recoveries };
    },
  };
}
