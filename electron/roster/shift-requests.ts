import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { type RosterEntry, rosterEntryId } from '../../shared/domain/roster/roster-entry.ts';
import {
  isOpenRequest,
  SHIFT_REQUEST_KIND_LABELS,
  type ShiftRequest,
  type ShiftRequestState,
} from '../../shared/domain/roster/shift-request.ts';
import { LEAVE_CODE } from '../../shared/domain/roster/shift-template.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { requireAgent } from '../../shared/domain/team/require-team.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Input } from '../../shared/ipc/contract.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';

type Dependencies = {
  readonly act: Act;
  readonly newId: (nowMs: number) => string;
  readonly roster: {
    get(date: string, agentId: AgentId): RosterEntry | undefined;
    save(entry: RosterEntry): void;
  };
  readonly shiftRequests: { get(id: string): ShiftRequest | undefined; save(request: ShiftRequest): void };
  readonly agents: { get(id: AgentId): Agent | undefined };
  readonly requireLeadIfAny: () => void;
};

type Asked = Input<'roster.ask'>;
type Answer = Input<'roster.answer'>['answer'];

const STATE_OF = {
  agree: 'agreed',
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<Answer, ShiftRequestState>;
const MESSAGES = {
  agree: '已同意换班，等主管批准',
  approve: '已批准，排班已修改',
  refuse: '已回复：未同意',
  withdraw: '已撤回申请',
} as const satisfies Record<Answer, string>;

/** H1: agents ask for a swap or for leave, the colleague agrees, a lead decides, and the roster follows. */
export function createShiftRequests(dependencies: Dependencies) {
  const { act, newId, roster, shiftRequests, agents, requireLeadIfAny } = dependencies;

  function plannedDay(date: string, agentId: AgentId): RosterEntry {
    const entry = roster.get(date, agentId);
    if (entry) return entry;
    const name = requireAgent(agents, agentId).name;
    throw new AppError('not-found', `${date.slice(5)} 没有「${name}」的排班`);
  }

  function requestFrom(asked: Asked, agentId: AgentId, nowMs: number): ShiftRequest {
    plannedDay(asked.date, agentId);
    const rest = { state: 'asked', askedAtMs: nowMs, decidedById: null, decidedAtMs: null } as const;
    const facts = { id: newId(nowMs), agentId, date: asked.date, reason: asked.reason, ...rest };
    if (asked.kind === 'leave') return { ...facts, kind: 'leave', withAgentId: null, withDate: null };
    const { withAgentId, withDate } = asked;
    if (withAgentId === agentId) throw new AppError('invalid-input', '请选择另一位同事');
    plannedDay(withDate, withAgentId);
    return { ...facts, kind: 'swap', withAgentId, withDate };
  }

  /** The two agents change places on a day; with two days, on both. */
  function swapped(date: string, a: AgentId, b: AgentId): RosterEntry[] {
    const [own, other] = [plannedDay(date, a), plannedDay(date, b)];
    const moved = (to: RosterEntry, from: RosterEntry): RosterEntry => ({
      ...from,
      agentId: to.agentId,
      source: 'swap',
      isAbsent: false,
      inAtMs: null,
      outAtMs: null,
      startAtMs: null,
      endAtMs: null,
      breakMinutes: null,
    });
    return [moved(own, other), moved(other, own)];
  }

  function entriesAfter({ kind, agentId, date, withAgentId, withDate, reason }: ShiftRequest): RosterEntry[] {
    if (kind === 'swap' && withAgentId !== null && withDate !== null)
      return [...new Set([date, withDate])].flatMap((day) => swapped(day, agentId, withAgentId));
    return [{ ...plannedDay(date, agentId), code: LEAVE_CODE, source: 'manual', reason }];
  }

  function requireMay(answer: Answer, request: ShiftRequest, by: AgentId | null): void {
    if (answer === 'approve') {
      requireLeadIfAny();
      if (request.kind === 'swap' && request.state === 'asked')
        throw new AppError('conflict', '对方还没有同意换班');
      return;
    }
    const isOwn = by === request.agentId;
    const isTheirs = by === request.withAgentId;
    if (answer === 'withdraw' ? isOwn : isTheirs) return;
    if (answer !== 'refuse') throw new AppError('invalid-input', '只能由申请人撤回、由对方同意');
    requireLeadIfAny();
  }

  function deedOf(request: ShiftRequest, text: string, deed: Pick<Deed, 'kind' | 'write' | 'rows'>): Deed {
    return {
      subject: asSubject('agent', request.agentId),
      data: { text: `${SHIFT_REQUEST_KIND_LABELS[request.kind]} ${request.date.slice(5)}${text}` },
      ...deed,
      rows: [{ table: 'shift_requests', id: request.id }, ...(deed.rows ?? [])],
    };
  }

  return {
    ask: (asked: Asked, actor: Actor & { readonly agentId: AgentId }): Recorded =>
      act(actor, () => {
        const request = requestFrom(asked, actor.agentId, actor.nowMs);
        return {
          ...deedOf(request, '', { kind: 'shift-asked', write: () => shiftRequests.save(request) }),
          message: `已提交${SHIFT_REQUEST_KIND_LABELS[request.kind]}申请`,
        };
      }),

    answer: (id: string, answer: Answer, actor: Actor): Recorded =>
      act(actor, () => {
        const request = shiftRequests.get(id);
        if (!request || !isOpenRequest(request)) throw new AppError('not-found', '这项申请已经处理过');
        requireMay(answer, request, actor.agentId);
        const decided = { decidedById: actor.agentId, decidedAtMs: actor.nowMs };
        const after: ShiftRequest = { ...request, ...decided, state: STATE_OF[answer] };
        const entries = answer === 'approve' ? entriesAfter(request) : [];
        const other = request.withAgentId;
        return {
          ...deedOf(request, ` ${MESSAGES[answer]}`, {
            kind: 'shift-answered',
            rows: entries.map((entry) => ({ table: 'roster_entries', id: rosterEntryId(entry) })),
            write() {
              shiftRequests.save(after);
              for (const entry of entries) roster.save(entry);
            },
          }),
          ...(other === null
            ? {}
            : { alongside: [{ subject: asSubject('agent', other), kind: 'shift-answered' as const }] }),
          message: MESSAGES[answer],
        };
      }),
  };
}
