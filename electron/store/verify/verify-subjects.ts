import { subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { STORED_SUBJECTS } from '../activities/subject-sources.ts';
import { ABOUT_SUBJECTS } from '../subjects/about-subjects.ts';

/** Each of these rows names a subject that is there. */
export const SUBJECT_RULES = Object.entries(ABOUT_SUBJECTS).flatMap(([about, label]) =>
  STORED_SUBJECTS.map(({ kind, table }) => ({
    problem: `${label}的${subjectLabel(kind)}不存在`,
    sql: /* sql */ `SELECT count(*) FROM ${about} a WHERE a.subject_kind = '${kind}'
      AND NOT EXISTS (SELECT 1 FROM ${table} s WHERE s.id = a.subject_id)`,
  })),
);
