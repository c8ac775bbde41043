import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { type RosterEntry, rosterEntryId } from '../../shared/domain/roster/roster-entry.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { requireAgent } from '../../shared/domain/team/require-team.ts';
import { AppError } from '../../shared/errors.ts';
import type { RosterChange } from '../../shared/ipc/contract/roster-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { dateToMs } from '../../shared/time/beijing.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';

type Dependencies = {
  readonly act: Act;
  readonly roster: {
    get(date: string, agentId: AgentId): RosterEntry | undefined;
    save(entry: RosterEntry): void;
    remove(entry: Pick<RosterEntry, 'date' | 'agentId'>): void;
  };
  readonly agents: { get(id: AgentId): Agent | undefined };
};

const PLAIN = {
  shopIds: [],
  workTypes: [],
  mealMinute: null,
  reason: null,
  isAbsent: false,
  inAtMs: null,
  outAtMs: null,
  startAtMs: null,
  endAtMs: null,
  breakMinutes: null,
} as const;

const rowOf = (day: Pick<RosterEntry, 'date' | 'agentId'>) => ({
  table: 'roster_entries',
  id: rosterEntryId(day),
});

/** A line of an agent's records: `06-10 早1班 A → 休`. */
const dayText = (date: string, before: string | undefined, after: string | null): string =>
  `${date.slice(5)} ${before ?? '空'} → ${after ?? '空'}`;

/** H1: a lead plans days, or notes that an agent does not come. */
export function createEditRoster({ act, roster, agents }: Dependencies) {
  function changed(change: RosterChange, source: RosterEntry['source']): RosterEntry | null {
    const { date, agentId, code } = change;
    if (dateToMs(date) === undefined) throw new AppError('invalid-input', `没有这一天：${date}`);
    if (code === null) return null;
    const before = roster.get(date, agentId) ?? PLAIN;
    const shown = {
      date,
      agentId,
      code,
      source,
      shopIds: change.shopIds ?? [...before.shopIds],
      workTypes: change.workTypes ?? [...before.workTypes],
      mealMinute: change.mealMinute === undefined ? before.mealMinute : change.mealMinute,
    };
    const isSameShift = 'code' in before && before.code === code;
    // A day with another shift is not absence any more; an agent who has clocked in keeps that time.
    return isSameShift
      ? { ...before, ...shown }
      : { ...PLAIN, ...shown, inAtMs: before.inAtMs, outAtMs: before.outAtMs };
  }

  const isSame = (a: RosterEntry | undefined, b: RosterEntry | null): boolean =>
    JSON.stringify({ ...a, source: '' }) === JSON.stringify({ ...b, source: '' });

  function deedFor(
    agentId: AgentId,
    days: readonly { change: RosterChange; after: RosterEntry | null }[],
  ): Deed {
    requireAgent(agents, agentId);
    const texts = days.map(({ change, after }) =>
      dayText(change.date, roster.get(change.date, agentId)?.code, after?.code ?? null),
    );
    return {
      subject: asSubject('agent', agentId),
      kind: 'roster-changed',
      data: {
        text: texts.length > 3 ? `${texts.slice(0, 3).join('、')} 等 ${texts.length} 天` : texts.join('、'),
      },
      rows: days.map(({ change }) => rowOf(change)),
      write() {
        for (const { change, after } of days) {
          if (after === null) roster.remove(change);
          else roster.save(after);
        }
      },
    };
  }

  function differing(changes: readonly RosterChange[], source: RosterEntry['source']) {
    return changes
      .map((change) => ({ change, after: changed(change, source) }))
      .filter(({ change, after }) => {
        const before = roster.get(change.date, change.agentId);
        return after === null ? before !== undefined : !isSame(before, after);
      });
  }

  return {
    countChanged: (changes: readonly RosterChange[]): number => differing(changes, 'import').length,

    /** Many days in one stroke; one undo takes all of them back. `null`: nothing would change. */
    set(changes: readonly RosterChange[], source: RosterEntry['source'], actor: Actor): Recorded | null {
      const days = differing(changes, source);
      if (days.length === 0) return null;
      return act(actor, () => {
        const byAgent = Map.groupBy(days, ({ change }) => change.agentId);
        const [lead, ...alongside] = [...byAgent].map(([agentId, own]) => deedFor(agentId, own));
        if (lead === undefined) throw new AppError('invalid-input', '没有要修改的排班');
        return { ...lead, alongside, message: `已排班 ${days.length} 天` };
      });
    },

    /** 未到岗: the agent does not come, so their work is for the others of the shift. */
    setAbsent(
      day: { date: string; agentId: AgentId; isAbsent: boolean; reason: string | null },
      actor: Actor,
    ): Recorded {
      return act(actor, () => {
        const entry = roster.get(day.date, day.agentId);
        if (!entry) throw new AppError('not-found', '这一天没有排班');
        const after = { ...entry, isAbsent: day.isAbsent, reason: day.reason ?? entry.reason };
        const word = day.isAbsent ? '未到岗' : '已到岗';
        return {
          subject: asSubject('agent', day.agentId),
          kind: 'roster-changed',
          data: { text: `${day.date.slice(5)} ${word}` },
          rows: [rowOf(day)],
          write: () => roster.save(after),
          message: `已记为${word}`,
        };
      });
    },
  };
}
