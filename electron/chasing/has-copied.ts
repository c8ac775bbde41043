import type { Activity } from '../../shared/domain/activities/activity.ts';

/** Whether a script was copied for the order since the last message to its customer was recorded. */
export function hasCopied(newestFirst: readonly Pick<Activity, 'id' | 'kind' | 'data'>[]): boolean {
  const undone = new Set(newestFirst.map(({ data }) => data.undoes));
  const last = newestFirst.find(
    ({ id, kind }) => kind === 'script-copied' || (kind === 'chased' && !undone.has(id)),
  );
  return last?.kind === 'script-copied';
}
