import {
  type Bulletin,
  type BulletinId,
  isToBeReadBy,
  receiptOf,
} from '../../shared/domain/bulletins/bulletin.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import { type Agent, leads } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  BulletinDetail,
  BulletinReader,
  BulletinRow,
} from '../../shared/ipc/contract/shifts/bulletin-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';

type Dependencies = {
  readonly bulletins: {
    get(id: BulletinId): Bulletin | undefined;
    listPublished(atMost: number): Bulletin[];
    listLive(): Bulletin[];
  };
  readonly agents: { get(id: AgentId): Agent | undefined; list(): readonly Agent[] };
  readonly tasks: { listToDo(subject: SubjectRef): Task[] };
  readonly clock: Clock;
};

/** A quarter of a year at one every three days. */
const BULLETINS_LISTED = 30;

export type BulletinView = ReturnType<typeof createBulletinView>;

/** Everything that is said of bulletins. */
export function createBulletinView({ bulletins, agents, tasks, clock }: Dependencies) {
  const present = () => agents.list().filter(({ isArchived }) => !isArchived);

  /** Where the team has a lead, leads alone write to all of it. */
  function mayEdit(agentId: AgentId | null): boolean {
    const own = present().find(({ id }) => id === agentId);
    return leads(own?.role) || !present().some(({ role }) => leads(role));
  }

  function readersOf(bulletin: Bulletin): BulletinReader[] {
    return present()
      .filter(({ id }) => id !== bulletin.authorId)
      .map(({ id, name }) => ({ name, readAtMs: receiptOf(bulletin, id)?.atMs ?? null }))
      .toSorted((a, b) => Number(a.readAtMs !== null) - Number(b.readAtMs !== null));
  }

  function rowOf(
    bulletin: Bulletin & { readonly publishedAtMs: number },
    agentId: AgentId | null,
  ): BulletinRow {
    const { id, topic, title, state, publishedAtMs, mustReadByMs } = bulletin;
    const isUnread = agentId !== null && isToBeReadBy(bulletin, agentId);
    return { id, topic, title, state, publishedAtMs, mustReadByMs, isUnread };
  }

  const isPublished = (bulletin: Bulletin): bulletin is Bulletin & { readonly publishedAtMs: number } =>
    bulletin.publishedAtMs !== null;

  return {
    detail(id: BulletinId, agentId: AgentId | null): BulletinDetail {
      const bulletin = bulletins.get(id);
      if (!bulletin) throw new AppError('not-found', '该通知已不存在');
      const { receipts: _receipts, ...rest } = bulletin;
      return {
        bulletin: rest,
        authorName: agents.get(bulletin.authorId)?.name ?? '同事',
        readers: readersOf(bulletin),
        isUnread: agentId !== null && isToBeReadBy(bulletin, agentId),
        mayEdit: mayEdit(agentId),
        tasks: tasks.listToDo(asSubject('bulletin', id)),
        nowMs: clock.now(),
      };
    },
    list: (agentId: AgentId | null): BulletinRow[] =>
      bulletins
        .listPublished(BULLETINS_LISTED)
        .filter(isPublished)
        .map((bulletin) => rowOf(bulletin, agentId)),
    /** Those that the agent has to read, the first published first. */
    unread: (agentId: AgentId | null): BulletinRow[] =>
      bulletins
        .listLive()
        .filter(isPublished)
        .map((bulletin) => rowOf(bulletin, agentId))
        .filter(({ isUnread }) => isUnread),
  };
}
