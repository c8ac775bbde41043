import type { Actor } from '../../shared/domain/activities/acting.ts';
import {
  type Bulletin,
  type BulletinId,
  type BulletinWords,
  isToBeReadBy,
  LEAST_OPEN_MS,
} from '../../shared/domain/bulletins/bulletin.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Stroke } from '../kernel/activities/act.ts';

type Dependencies = {
  readonly act: Act;
  readonly bulletins: {
    newId(nowMs: EpochMs): BulletinId;
    get(id: BulletinId): Bulletin | undefined;
    draftOf(authorId: AgentId): Bulletin | undefined;
    save(bulletin: Bulletin): void;
  };
};

export type Bulletins = ReturnType<typeof createBulletins>;

/** K8: a lead writes and publishes, everybody reads; each act is one transaction with its activity. */
export function createBulletins({ act, bulletins }: Dependencies) {
  function existing(id: BulletinId): Bulletin {
    const bulletin = bulletins.get(id);
    if (!bulletin) throw new AppError('not-found', '该通知已不存在');
    return bulletin;
  }

  const requireAgent = ({ agentId }: Actor): AgentId => {
    if (agentId === null) throw new AppError('invalid-input', '请先登录');
    return agentId;
  };

  const write = (after: Bulletin, said: Pick<Stroke, 'kind' | 'message'>): Stroke => ({
    ...said,
    subject: asSubject('bulletin', after.id),
    rows: [{ table: 'bulletins', id: after.id }],
    write: () => bulletins.save(after),
  });

  return {
    /** The agent's own draft; a new one where there is none. */
    begin(actor: Actor): { readonly id: BulletinId } {
      const authorId = requireAgent(actor);
      const draft = bulletins.draftOf(authorId);
      if (draft) return { id: draft.id };
      const bulletin: Bulletin = {
        id: bulletins.newId(actor.nowMs),
        state: 'draft',
        authorId,
        topic: 'other',
        title: '',
        body: '',
        mustReadByMs: null,
        startedAtMs: actor.nowMs,
        publishedAtMs: null,
        changedAtMs: null,
        closedAtMs: null,
        receipts: [],
      };
      act(actor, () => write(bulletin, { kind: 'bulletin-begun', message: '已新建通知' }));
      return { id: bulletin.id };
    },

    /** Other words of a published one have to be read anew. */
    edit(id: BulletinId, words: BulletinWords, actor: Actor): Recorded {
      return act(actor, () => {
        const bulletin = existing(id);
        if (bulletin.state === 'closed') throw new AppError('conflict', '该通知已关闭，不能再改');
        const isDraft = bulletin.state === 'draft';
        if (!isDraft && (words.title === '' || words.body === ''))
          throw new AppError('invalid-input', '标题和内容都要写');
        const areOther = words.title !== bulletin.title || words.body !== bulletin.body;
        const changedAtMs = !isDraft && areOther ? actor.nowMs : bulletin.changedAtMs;
        const message = changedAtMs === bulletin.changedAtMs ? '已保存' : '已修改，大家会重新读到';
        return write({ ...bulletin, ...words, changedAtMs }, { kind: 'bulletin-edited', message });
      });
    },

    publish(id: BulletinId, actor: Actor): Recorded {
      return act(actor, () => {
        const bulletin = existing(id);
        if (bulletin.state !== 'draft') throw new AppError('conflict', '该通知已经发布');
        if (bulletin.title === '' || bulletin.body === '')
          throw new AppError('invalid-input', '标题和内容都要写，再发布');
        if (bulletin.mustReadByMs !== null && bulletin.mustReadByMs <= actor.nowMs)
          throw new AppError('invalid-input', '最晚阅读时间已过，请改到以后');
        return write(
          { ...bulletin, state: 'published', publishedAtMs: actor.nowMs },
          { kind: 'bulletin-published', message: `已发布「${bulletin.title}」` },
        );
      });
    },

    /** `openMs`: for how long it was before the agent. */
    read(id: BulletinId, openMs: number, actor: Actor): Recorded {
      return act(actor, () => {
        const bulletin = existing(id);
        const agentId = requireAgent(actor);
        if (!isToBeReadBy(bulletin, agentId)) throw new AppError('conflict', '该通知没有等你阅读');
        if (openMs < LEAST_OPEN_MS) throw new AppError('invalid-input', '请先看完通知，再点已读');
        const receipts = bulletin.receipts.filter((receipt) => receipt.agentId !== agentId);
        return write(
          { ...bulletin, receipts: [...receipts, { agentId, atMs: actor.nowMs }] },
          { kind: 'bulletin-read', message: `已读「${bulletin.title}」` },
        );
      });
    },

    /** It need not be read any more. */
    close(id: BulletinId, actor: Actor): Recorded {
      return act(actor, () => {
        const bulletin = existing(id);
        if (bulletin.state !== 'published') throw new AppError('conflict', '只有已发布的通知可以关闭');
        return write(
          { ...bulletin, state: 'closed', closedAtMs: actor.nowMs },
          { kind: 'bulletin-closed', message: `已关闭「${bulletin.title}」` },
        );
      });
    },
  };
}
