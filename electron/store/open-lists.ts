import { ConcessionState } from '../../shared/domain/chasing/concession.ts';
import { CustomerGroup } from '../../shared/domain/orders/customer.ts';
import { OrderStatus } from '../../shared/domain/orders/order.ts';
import { PICTURE_EXTENSIONS } from '../../shared/domain/scripts/media/script-picture.ts';
import { ProposalKind, ProposalState } from '../../shared/domain/scripts/script-proposal.ts';
import { USE_OUTCOMES } from '../../shared/domain/scripts/script-use.ts';
import { WAITING_ON } from '../../shared/domain/shared-parts/case/after-sales-case.ts';
import { CASE_KINDS } from '../../shared/domain/shared-parts/case/case-kind.ts';
import { DEADLINE_KINDS, DEADLINE_SOURCES } from '../../shared/domain/shared-parts/deadline.ts';
import { EvidenceKind } from '../../shared/domain/shared-parts/evidence.ts';
import { SUBJECT_KINDS } from '../../shared/domain/subjects/subject.ts';
import { CLAIM_KINDS, CLAIM_STATES } from '../../shared/domain/tasks/claim.ts';
import { AgentRole } from '../../shared/domain/team/agent.ts';
import { Platform } from '../../shared/domain/team/shop.ts';
import { DISPUTE_OUTCOMES } from '../../shared/ipc/contract/task-contract.ts';

type OpenList = {
  readonly what: string;
  readonly table: string;
  readonly column: string;
  readonly values: readonly string[];
};

/**
 * Columns whose value is one of a list that may grow. The database takes any text, so that a longer list needs no
 * migration; the schemas of `shared/domain` check what comes in, and `verify` what is there.
 */
export const OPEN_LISTS: readonly OpenList[] = [
  { what: '店铺的平台', table: 'shops', column: 'platform', values: Platform.options },
  { what: '客服的角色', table: 'agents', column: 'role', values: AgentRole.options },
  { what: '客户的平台', table: 'customers', column: 'platform', values: Platform.options },
  { what: '客户的分组', table: 'customers', column: 'group_override', values: CustomerGroup.options },
  { what: '订单的状态', table: 'orders', column: 'status', values: OrderStatus.options },
  { what: '子订单的状态', table: 'order_items', column: 'status', values: OrderStatus.options },
  { what: '纠纷的结果', table: 'disputes', column: 'outcome', values: DISPUTE_OUTCOMES },
  { what: '优惠的状态', table: 'concessions', column: 'state', values: ConcessionState.options },
  { what: '话术使用的结果', table: 'script_uses', column: 'outcome', values: USE_OUTCOMES },
  { what: '话术建议的类型', table: 'script_proposals', column: 'kind', values: ProposalKind.options },
  { what: '话术建议的状态', table: 'script_proposals', column: 'state', values: ProposalState.options },
  { what: '图片的格式', table: 'script_pictures', column: 'extension', values: PICTURE_EXTENSIONS },
  { what: '标记的类型', table: 'claims', column: 'kind', values: CLAIM_KINDS },
  { what: '标记的状态', table: 'claims', column: 'state', values: CLAIM_STATES },
  { what: '期限的类型', table: 'deadlines', column: 'kind', values: DEADLINE_KINDS },
  { what: '期限的来源', table: 'deadlines', column: 'source', values: DEADLINE_SOURCES },
  { what: '凭证的类型', table: 'evidence', column: 'kind', values: EvidenceKind.options },
  { what: '事务的类型', table: 'cases', column: 'kind', values: CASE_KINDS },
  { what: '事务的等待方', table: 'cases', column: 'waiting_on', values: WAITING_ON },
  ...['claims', 'deadlines', 'evidence', 'contact_attempts', 'case_links'].map((table) => ({
    what: `对象的类型（${table}）`,
    table,
    column: 'subject_kind',
    values: SUBJECT_KINDS,
  })),
];

/** Counts the rows whose value is in no list. */
export function countUnlistedSql({ table, column, values }: OpenList): string {
  const list = values.map((value) => `'${value}'`).join(', ');
  return `SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL AND ${column} NOT IN (${list})`;
}
