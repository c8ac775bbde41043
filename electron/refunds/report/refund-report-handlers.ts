import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { RefundRow } from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import { valueOf } from '../../kernel/jobs/outcome.ts';
import { createSaveAs, type SaveAsPorts } from '../../kernel/jobs/save-as.ts';
import { exportRefundReportJob, refundDrillJob, refundReportJob } from './refund-report-jobs.ts';

type Dependencies = SaveAsPorts & {
  readonly refundList: { rowsOf(ids: readonly RefundId[]): RefundRow[] };
};

/** As many as somebody looks through; the export has all. */
const MOST_ROWS = 1000;

export function createRefundReportHandlers({ refundList, ...ports }: Dependencies) {
  const { start } = ports;
  const saveAs = createSaveAs(ports);
  return {
    'reports.refunds': async (query) => valueOf(await start(refundReportJob, query).result),
    async 'reports.refundRows'(query) {
      const ids = valueOf(await start(refundDrillJob, query).result);
      return { rows: refundList.rowsOf(ids.slice(0, MOST_ROWS)), total: ids.length };
    },
    'reports.exportRefunds': ({ format, ...query }) =>
      saveAs({
        name: '退款报表',
        format,
        job: exportRefundReportJob,
        inputFor: (path) => ({ path, query }),
      }),
  } satisfies Partial<Handlers>;
}
