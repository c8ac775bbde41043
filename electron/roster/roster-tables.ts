import { LEAVE_CODE, REST_CODE } from '../../shared/domain/roster/shift-template.ts';
import { AGENT_ROLE_LABELS, type Agent } from '../../shared/domain/team/agent.ts';
import type { RosterMonth } from '../../shared/ipc/contract/roster-contract.ts';
import type { Cell, ShortTable } from '../exports/table.ts';

type Shown = { readonly month: RosterMonth; readonly agents: readonly Agent[] };

const dayHeader = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** 员工 | 岗位 | a column for each day | 出勤天数 | 夜班 | 休息 | 工时, and below how many are there on each day. */
export function rosterMatrix({ month, agents }: Shown): ShortTable {
  const codes = new Map(month.entries.map(({ date, agentId, code }) => [`${date} ${agentId}`, code]));
  const codeOn = (date: string, id: string): string | null => codes.get(`${date} ${id}`) ?? null;
  const isWork = (code: string | null) => code !== null && code !== REST_CODE && code !== LEAVE_CODE;
  const text = (header: string) => ({ header, kind: 'text' as const });
  return {
    name: '排班',
    columns: [
      ...['员工', '岗位', ...month.days.map(dayHeader)].map(text),
      ...['出勤天数', '夜班', '休息'].map((header) => ({ header, kind: 'count' as const })),
      text('工时'),
    ],
    rows: [
      ...agents.map(({ id, name, role }): Cell[] => {
        const hours = month.hours.find(({ agentId }) => agentId === id);
        const { days = 0, nights = 0, rests = 0, plannedMinutes = 0 } = hours ?? {};
        const codesOf = month.days.map((date) => codeOn(date, id));
        return [name, AGENT_ROLE_LABELS[role], ...codesOf, days, nights, rests, hoursText(plannedMinutes)];
      }),
      [
        '出勤人数',
        null,
        ...month.days.map((date) => String(agents.filter(({ id }) => isWork(codeOn(date, id))).length)),
        null,
        null,
        null,
        null,
      ],
    ],
  };
}

/** 日期, 员工, 班次: one row for each planned day. */
export function rosterList({ month, agents }: Shown): ShortTable {
  const nameOf = new Map(agents.map(({ id, name }) => [id, name]));
  return {
    name: '排班',
    columns: ['日期', '员工', '班次'].map((header) => ({ header, kind: 'text' })),
    rows: month.entries.flatMap(({ date, agentId, code }): Cell[][] => {
      const name = nameOf.get(agentId);
      return name === undefined ? [] : [[date, name, code]];
    }),
  };
}
