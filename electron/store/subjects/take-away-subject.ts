import { type SubjectKind, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WritableDb } from '../connection.ts';
import { ABOUT_SUBJECTS } from './about-subjects.ts';

type Named = { readonly id: string };

/**
 * A subject that an undo takes away as if it had never been takes its tasks along, and claims that were withdrawn before.
 * The undo is refused while anything else is about it, because somebody has written that down.
 */
export function createTakeAway(db: WritableDb, kind: SubjectKind) {
  const isAboutIt = `subject_kind = '${kind}' AND subject_id = @id`;
  const removals = [
    `DELETE FROM tasks WHERE ${isAboutIt}`,
    `DELETE FROM claims WHERE ${isAboutIt} AND state = 'withdrawn'`,
  ].map((sql) => db.prepare<Named>(sql));
  const selectStanding = db
    .prepare<Named, string>(
      `${Object.entries(ABOUT_SUBJECTS)
        .map(([table, label]) => `SELECT '${label}' FROM ${table} WHERE ${isAboutIt}`)
        .join(' UNION ALL ')} LIMIT 1`,
    )
    .pluck();

  return (id: string): void => {
    for (const removal of removals) removal.run({ id });
    const label = selectStanding.get({ id });
    if (label !== undefined) {
      throw new AppError('conflict', `该${subjectLabel(kind)}已有关联的${label}，不能撤销`);
    }
  };
}
