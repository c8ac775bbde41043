import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { RefundRow } from '../../../shared/ipc/contract/refund-list-contract.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { StartJob } from '../../kernel/jobs/job-runner.ts';
import { isDone, valueOf } from '../../kernel/jobs/outcome.ts';
import { exportRefundReportJob, refundDrillJob, refundReportJob } from './refund-report-jobs.ts';

type Dependencies = {
  readonly start: StartJob;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly refundList: { rowsOf(ids: readonly RefundId[]): RefundRow[] };
  readonly clock: Clock;
};

/** As many as somebody looks through; the export has all. */
const MOST_ROWS = 1000;

export function createRefundReportHandlers({ start, chooseTarget, refundList, clock }: Dependencies) {
  return {
    'reports.refunds': async (query) => valueOf(await start(refundReportJob, query).result),
    async 'reports.refundRows'(query) {
      const ids = valueOf(await start(refundDrillJob, query).result);
      return { rows: refundList.rowsOf(ids.slice(0, MOST_ROWS)), total: ids.length };
    },
    async 'reports.exportRefunds'({ format, ...query }) {
      const path = await chooseTarget(`退款报表-${beijingDate(clock.now())}.${format}`);
      if (path === null) return null;
      const job = start(exportRefundReportJob, { path, query }, { title: exportRefundReportJob.label });
      return isDone(await job.result) ? path : null;
    },
  } satisfies Partial<Handlers>;
}
