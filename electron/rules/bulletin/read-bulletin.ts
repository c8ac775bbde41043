import {
  BULLETIN_STATE_LABELS,
  isToBeReadBy,
  wordsSinceMs,
} from '../../../shared/domain/bulletins/bulletin.ts';
import type { BulletinRule, BulletinSubject } from '../../../shared/domain/bulletins/bulletin-subject.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';

const COMMON = {
  kind: 'bulletin',
  expiresAtMs: null,
  amountAtRiskFen: 0,
  advice: null,
} as const;

function unreadOf({ bulletin, team }: BulletinSubject) {
  return team.filter(({ id, isArchived }) => !isArchived && isToBeReadBy(bulletin, id));
}

/** K8: everybody reads it, each by a task of their own; when the time has come, the author hears who has not. */
export const readBulletin: BulletinRule = {
  kind: 'bulletin',
  concerns: ({ bulletin }) => bulletin.state === 'published',
  find(subject) {
    const { bulletin } = subject;
    const about = { ...COMMON, subject: { kind: 'bulletin', id: bulletin.id } } as const;
    const unread = unreadOf(subject);
    const tasks: WantedTask[] = unread.map(({ id }) => ({
      ...about,
      step: 'read',
      occurrence: `${id}/${wordsSinceMs(bulletin)}`,
      dueAtMs: wordsSinceMs(bulletin),
      reason: `未读通知：${bulletin.title}`,
      ownerId: id,
    }));
    if (bulletin.mustReadByMs === null || unread.length === 0) return tasks;
    const names = unread.map(({ name }) => name).join('、');
    const tellsAuthor: WantedTask = {
      ...about,
      step: 'unread',
      occurrence: String(bulletin.mustReadByMs),
      dueAtMs: bulletin.mustReadByMs,
      reason: `${unread.length} 人未读：${names}`,
      ownerId: bulletin.authorId,
    };
    return [...tasks, tellsAuthor];
  },
  settledBy: ({ bulletin: { state } }) =>
    state === 'published' ? null : { reason: BULLETIN_STATE_LABELS[state], isFinal: false },
};
