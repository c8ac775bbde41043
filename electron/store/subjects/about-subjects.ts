/** The tables whose rows are about a subject of any kind, each with its word; activities outlive theirs. */
export const ABOUT_SUBJECTS = {
  tasks: '待办',
  claims: '标记',
  deadlines: '截止时间',
  evidence: '凭证',
  contact_attempts: '联系记录',
  case_links: '事务',
} as const;

/** SQL: no row of these tables is about the subject. `id` is an expression, such as a column of the statement around. */
export function nothingIsAbout(kind: string, id: string): string {
  const tables = Object.keys(ABOUT_SUBJECTS);
  return tables
    .map(
      (table) =>
        `NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.subject_kind = '${kind}' AND r.subject_id = ${id})`,
    )
    .join(' AND ');
}
