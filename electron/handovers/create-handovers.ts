import type { Actor } from '../../shared/domain/activities/acting.ts';
import { given } from '../../shared/domain/activities/acting.ts';
import {
  CARRIED_TO_LEAD,
  type Handover,
  type HandoverId,
  type HandoverItem,
  type HandoverMark,
  itemsLeft,
} from '../../shared/domain/handovers/handover.ts';
import type { AgentId, TaskId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import { type Agent, leads } from '../../shared/domain/team/agent.ts';
import { requireAgent } from '../../shared/domain/team/require-team.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed, Stroke } from '../kernel/activities/act.ts';
import { aboutTask, taskRow } from '../kernel/tasks/task-actions.ts';

type Dependencies = {
  readonly act: Act;
  readonly handovers: {
    newId(nowMs: EpochMs): HandoverId;
    get(id: HandoverId): Handover | undefined;
    draftOf(giverId: AgentId): Handover | undefined;
    save(sheet: Handover): void;
  };
  readonly agents: { get(id: AgentId): Agent | undefined; list(): readonly Agent[] };
  readonly tasks: {
    get(id: TaskId): Task | undefined;
    setOwner(
      id: TaskId,
      owner: { readonly ownerId: AgentId | null; readonly givenById: AgentId | null },
      nowMs: EpochMs,
    ): void;
  };
  readonly itemsOf: (sheet: Handover, nowMs: EpochMs) => readonly HandoverItem[];
};

export type Handovers = ReturnType<typeof createHandovers>;

/** H2: one shift writes its sheet, gives it, and the next one receives it; each act is one transaction with its activity. */
export function createHandovers({ act, handovers, agents, tasks, itemsOf }: Dependencies) {
  function existing(id: HandoverId): Handover {
    const sheet = handovers.get(id);
    if (!sheet) throw new AppError('not-found', '该交接单已不存在');
    return sheet;
  }

  function ownDraft(id: HandoverId, actor: Actor): Handover {
    const sheet = existing(id);
    if (sheet.state !== 'draft') throw new AppError('conflict', '该交接单已交出，不能再改');
    if (sheet.giverId !== actor.agentId) throw new AppError('conflict', '只能改自己的交接单');
    return sheet;
  }

  const edit = (after: Handover, said: Pick<Stroke, 'kind' | 'data' | 'message'>): Stroke => ({
    ...said,
    subject: asSubject('handover', after.id),
    rows: [{ table: 'handovers', id: after.id }],
    write: () => handovers.save(after),
  });

  const nameOf = (id: AgentId | null) => (id === null ? '下一班' : (agents.get(id)?.name ?? '同事'));

  /** From the third time on a lead has to know: the receiver, where that is one, else the first of them. */
  function newOwner({ carried }: HandoverItem, receiverId: AgentId): AgentId {
    if (carried < CARRIED_TO_LEAD || leads(agents.get(receiverId)?.role)) return receiverId;
    return agents.list().find(({ role, isArchived }) => leads(role) && !isArchived)?.id ?? receiverId;
  }

  function handingOver(item: HandoverItem, sheet: Handover, receiver: Actor & { agentId: AgentId }): Deed[] {
    const task = tasks.get(item.taskId);
    // It was done, or an import has shown that it is over, since the sheet was given.
    if (!task || !isToDo(task)) return [];
    const toAgentId = newOwner(item, receiver.agentId);
    // An agent alone signs for their own sheet, and keeps their tasks as they are.
    if (task.ownerId === toAgentId && sheet.giverId === toAgentId) return [];
    const about = aboutTask(task);
    const givenById = sheet.giverId === toAgentId ? null : sheet.giverId;
    return [
      {
        ...about,
        kind: 'handed-over',
        data: { ...about.data, ...given({ toAgentId, text: item.toDo }) },
        rows: [taskRow(task.id)],
        write: () => tasks.setOwner(task.id, { ownerId: toAgentId, givenById }, receiver.nowMs),
      },
    ];
  }

  return {
    /** The agent's own sheet that is not given yet; a new one where there is none. */
    begin(actor: Actor): { readonly id: HandoverId } {
      const { agentId, nowMs } = actor;
      if (agentId === null) throw new AppError('invalid-input', '请先登录');
      const draft = handovers.draftOf(agentId);
      if (draft) return { id: draft.id };
      const sheet: Handover = {
        id: handovers.newId(nowMs),
        state: 'draft',
        giverId: agentId,
        receiverId: null,
        startedAtMs: nowMs,
        givenAtMs: null,
        receivedAtMs: null,
        receivedById: null,
        note: null,
        marks: [],
        items: [],
      };
      act(actor, () => edit(sheet, { kind: 'handover-begun', message: '已新建交接单' }));
      return { id: sheet.id };
    },

    /** The giver's words about one item, or why it is left out. */
    mark(id: HandoverId, mark: HandoverMark, actor: Actor): Recorded {
      return act(actor, () => {
        const sheet = ownDraft(id, actor);
        const others = sheet.marks.filter(({ taskId }) => taskId !== mark.taskId);
        return edit(
          { ...sheet, marks: [...others, mark] },
          { kind: 'handover-edited', message: mark.leftOut === null ? '已记下' : '已标为不用交接' },
        );
      });
    },

    setNote(id: HandoverId, note: string | null, actor: Actor): Recorded {
      return act(actor, () =>
        edit({ ...ownDraft(id, actor), note }, { kind: 'handover-edited', message: '已记下' }),
      );
    },

    /** Signed by the giver. `receiverId` of `null`: the next shift, no one agent of it. */
    give(id: HandoverId, receiverId: AgentId | null, actor: Actor): Recorded {
      return act(actor, () => {
        const sheet = ownDraft(id, actor);
        if (receiverId !== null) requireAgent(agents, receiverId);
        const items = [...itemsOf(sheet, actor.nowMs)];
        const after: Handover = {
          ...sheet,
          state: 'given',
          receiverId,
          givenAtMs: actor.nowMs,
          marks: [],
          items,
        };
        return edit(after, {
          kind: 'handover-given',
          data: given({ toAgentId: receiverId, text: sheet.note }),
          message: `已交给${nameOf(receiverId)}，共 ${itemsLeft(after).length} 项`,
        });
      });
    },

    /** Signed by the receiver: from now on the items are theirs. */
    receive(id: HandoverId, actor: Actor): Recorded {
      return act(actor, () => {
        const sheet = existing(id);
        const { agentId, nowMs } = actor;
        if (agentId === null) throw new AppError('invalid-input', '请先登录');
        if (sheet.state === 'draft') throw new AppError('conflict', '该交接单还没有交出');
        if (sheet.state === 'received') {
          const at = momentText(sheet.receivedAtMs ?? nowMs, nowMs);
          throw new AppError('conflict', `${nameOf(sheet.receivedById)}已在 ${at} 签收该交接单`);
        }
        if (sheet.receiverId !== null && sheet.receiverId !== agentId) {
          throw new AppError('conflict', `该交接单是交给${nameOf(sheet.receiverId)}的`);
        }
        if (nowMs < (sheet.givenAtMs ?? nowMs)) {
          throw new AppError('conflict', '本机时间早于交班时间，请先校对本机时间再签收');
        }
        const after: Handover = { ...sheet, state: 'received', receivedAtMs: nowMs, receivedById: agentId };
        return {
          ...edit(after, {
            kind: 'handover-received',
            message: `已签收 ${itemsLeft(sheet).length} 项`,
          }),
          alongside: itemsLeft(sheet).flatMap((item) => handingOver(item, sheet, { agentId, nowMs })),
        };
      });
    },
  };
}
