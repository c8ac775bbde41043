import type { CaseRow } from '../shared/ipc/contract/case-contract.ts';
import { toBeijingIso } from '../shared/time/beijing.ts';

/** A case as the documents of the command line promise it. */
export const caseJson = (row: CaseRow) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  step: row.step,
  waitingOn: row.waitingOn,
  nextCheckAt: row.nextAtMs === null ? null : toBeijingIso(row.nextAtMs),
  orderNo: row.orderNo,
  customer: row.customer,
  owner: row.ownerName,
  cause: row.cause,
});
