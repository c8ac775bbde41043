import { CLAIM_KIND_SPECS } from '../../../shared/domain/tasks/claim-kinds/index.ts';

type VerifyRule = { readonly problem: string; readonly sql: string };

const MANY_KINDS = Object.entries(CLAIM_KIND_SPECS).flatMap(([kind, { isMany }]) =>
  isMany ? [`'${kind}'`] : [],
);

/** These rules hold of cases, deadlines, evidence, contact attempts and claims. */
export const SHARED_RECORD_RULES: readonly VerifyRule[] = [
  {
    problem: '同一对象有多条待核实的同类标记',
    sql: /* sql */ `SELECT count(*) FROM (SELECT 1 FROM claims WHERE state = 'open' AND kind NOT IN (${MANY_KINDS.join(', ')})
      GROUP BY subject_kind, subject_id, kind HAVING count(*) > 1)`,
  },
  {
    problem: '已核实的标记没有核实时间',
    sql: `SELECT count(*) FROM claims WHERE state IN ('proved', 'refuted') AND judged_at_ms IS NULL`,
  },
  {
    problem: '凭证没有内容',
    sql: `SELECT count(*) FROM evidence WHERE sha256 IS NULL AND trim(coalesce(text, '')) = ''`,
  },
  {
    problem: '事务没有关联对象',
    sql: /* sql */ `SELECT count(*) FROM cases c
      WHERE NOT EXISTS (SELECT 1 FROM case_links l WHERE l.case_id = c.id)`,
  },
  {
    problem: '未关闭的事务没有待办',
    sql: /* sql */ `SELECT count(*) FROM cases c WHERE c.state <> 'closed'
      AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.subject_kind = 'case' AND t.subject_id = c.id
        AND t.state IN ('open', 'snoozed'))`,
  },
  {
    problem: '同一例行工作有多个未结束的待办',
    sql: /* sql */ `SELECT count(*) FROM (SELECT 1 FROM tasks WHERE kind = 'recurring' AND state IN ('open', 'snoozed')
      GROUP BY subject_kind, subject_id, step HAVING count(*) > 1)`,
  },
];
