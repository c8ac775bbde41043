import { subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { STORED_SUBJECTS } from '../activities/subject-sources.ts';

/** The tables whose rows are about a subject of any kind; activities outlive theirs. */
const ABOUT_SUBJECTS = {
  tasks: '待办',
  claims: '标记',
  deadlines: '截止时间',
  evidence: '凭证',
  contact_attempts: '联系记录',
  case_links: '售后单',
} as const;

/** Each of these rows names a subject that is there. */
export const SUBJECT_RULES = Object.entries(ABOUT_SUBJECTS).flatMap(([about, label]) =>
  STORED_SUBJECTS.map(({ kind, table }) => ({
    problem: `${label}的${subjectLabel(kind)}不存在`,
    sql: /* sql */ `SELECT count(*) FROM ${about} a WHERE a.subject_kind = '${kind}'
      AND NOT EXISTS (SELECT 1 FROM ${table} s WHERE s.id = a.subject_id)`,
  })),
);
