import type { AgentId, CaseId, ShopId } from '../../../shared/domain/ids.ts';
import type { WaitingOn } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { WritableDb } from '../connection.ts';

export type CaseFilter = {
  readonly isClosed: boolean;
  readonly kind: string | null;
  readonly waitingOn: WaitingOn | null;
  readonly shopId: ShopId | null;
  readonly ownerId: AgentId | null;
  /** Any part of title, detail, order number or customer. */
  readonly text: string;
};
type Bound = Omit<CaseFilter, 'isClosed'>;

const FILTER = /* sql */ `
  (@kind IS NULL OR c.kind = @kind) AND (@waitingOn IS NULL OR c.waiting_on = @waitingOn)
  AND (@shopId IS NULL OR c.shop_id = @shopId) AND (@ownerId IS NULL OR c.owner_id = @ownerId)
  AND (@text = '' OR instr(c.title, @text) OR instr(ifnull(c.detail, ''), @text) OR EXISTS (
    SELECT 1 FROM case_links l JOIN orders o ON o.id = l.subject_id
    WHERE l.case_id = c.id AND l.subject_kind = 'order'
      AND (instr(o.no, @text) OR instr(ifnull(o.customer_nick, ''), @text))))`;

const OPEN_SQL = /* sql */ `
  SELECT c.id FROM cases c INDEXED BY cases_open WHERE c.state <> 'closed' AND ${FILTER}
  ORDER BY ifnull(c.next_check_at_ms, c.step_due_at_ms)`;
const CLOSED_SQL = /* sql */ `
  SELECT c.id FROM cases c INDEXED BY cases_closed WHERE c.state = 'closed' AND ${FILTER}
  ORDER BY c.closed_at_ms DESC`;

/** The cases that are open, by when somebody has to look at them, and those that are closed, the last one first. */
export function createCaseListStore(db: WritableDb) {
  const selectOpen = db.prepare<[Bound], CaseId>(OPEN_SQL).pluck();
  const selectClosed = db.prepare<[Bound], CaseId>(CLOSED_SQL).pluck();
  return {
    list({ isClosed, ...bound }: CaseFilter): CaseId[] {
      return (isClosed ? selectClosed : selectOpen).all(bound);
    },
  };
}
