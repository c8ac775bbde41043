import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { RosterEntry } from '../../../shared/domain/roster/roster-entry.ts';
import { LEAVE_CODE, REST_CODE } from '../../../shared/domain/roster/shift-template.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import type { AgentHours, RosterMonth } from '../../../shared/ipc/contract/roster-contract.ts';
import { beijingWeekday, dateToMs } from '../../../shared/time/beijing.ts';
import type { Cell, useRosterGrid } from './use-roster-grid.ts';

type Props = {
  readonly month: RosterMonth;
  /** Those of the month that there is room for. */
  readonly days: readonly string[];
  readonly agents: readonly Agent[];
  readonly grid: ReturnType<typeof useRosterGrid>;
};

const WEEKDAYS = '一二三四五六日';
const weekdayOf = (date: string): number => beijingWeekday(dateToMs(date) ?? 0);
const isOff = (code: string | undefined): boolean => code === REST_CODE || code === LEAVE_CODE;

const hoursText = (minutes: number): string => `${Math.round(minutes / 6) / 10}`;

function Hours({ hours }: { readonly hours: AgentHours | undefined }) {
  if (!hours) return <td className="roster-hours muted">—</td>;
  const { days, nights, plannedMinutes, workedMinutes, lateCount } = hours;
  return (
    <td className="roster-hours numeric">
      {days} 天{nights > 0 && `，夜 ${nights}`}，{hoursText(plannedMinutes)} 时
      {workedMinutes > 0 && <span className="muted">，已上 {hoursText(workedMinutes)} 时</span>}
      {lateCount > 0 && <span className="roster-late">，迟到 {lateCount}</span>}
    </td>
  );
}

type DayCellProps = {
  readonly cell: Cell;
  readonly entry: RosterEntry | undefined;
  readonly label: string;
  readonly grid: Props['grid'];
};

const isIn = (table: Element | null | undefined): boolean => table?.contains(document.activeElement) ?? false;

/** `A`, `空`, `A 未到岗` */
function saidOf(entry: RosterEntry | undefined): string {
  if (!entry) return '空';
  return entry.isAbsent ? `${entry.code} 未到岗` : entry.code;
}

function DayCell({ cell, entry, label, grid }: DayCellProps) {
  const isCursor = grid.cursor.row === cell.row && grid.cursor.column === cell.column;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The cursor was moved by a key or a click, so the focus is in the month already.
    if (isCursor && isIn(button.current?.closest('table'))) button.current?.focus();
  }, [isCursor]);
  return (
    <td data-off={isOff(entry?.code) || undefined} data-absent={entry?.isAbsent || undefined}>
      <button
        ref={button}
        type="button"
        tabIndex={isCursor ? 0 : -1}
        aria-label={`${label} ${saidOf(entry)}`}
        aria-pressed={grid.isMarked(cell)}
        onClick={(event) => grid.moveTo(cell, event.shiftKey)}
      >
        {entry?.code}
      </button>
    </td>
  );
}

/** Agents below one another, the days beside one another; below, how many work on each. */
export function RosterMatrix({ month: { entries, hours, today }, days, agents, grid }: Props) {
  const byPlace = new Map(entries.map((entry) => [`${entry.agentId} ${entry.date}`, entry]));
  const countOn = (date: string) =>
    entries.filter((entry) => entry.date === date && !isOff(entry.code) && !entry.isAbsent).length;
  const table = useRef<HTMLTableElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  function handleKey(event: KeyboardEvent): void {
    // Only a field is pasted into, so one stands ready for the moment.
    if (event.ctrlKey && event.key.toLowerCase() === 'v') field.current?.focus({ preventScroll: true });
    else grid.handleKey(event);
  }
  function handlePaste(event: ClipboardEvent): void {
    grid.handlePaste(event);
    table.current?.querySelector<HTMLElement>('td > [tabindex="0"]')?.focus();
  }
  return (
    <div className="roster-scroll">
      <textarea
        ref={field}
        className="roster-paste"
        tabIndex={-1}
        aria-label="粘贴排班"
        onPaste={handlePaste}
      />
      {/* The cells are buttons; their keys are those of the whole month. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table ref={table} className="roster-matrix" onKeyDown={handleKey}>
        <thead>
          <tr>
            <th scope="col">客服</th>
            {days.map((date) => (
              <th
                key={date}
                scope="col"
                data-weekend={weekdayOf(date) > 5 || undefined}
                aria-current={date === today ? 'date' : undefined}
              >
                <span className="numeric">{Number(date.slice(8))}</span>
                <span className="muted">{WEEKDAYS[weekdayOf(date) - 1]}</span>
              </th>
            ))}
            <th scope="col" className="roster-hours">
              本月
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ id, name }, row) => (
            <tr key={id}>
              <th scope="row" className="truncate">
                {name}
              </th>
              {days.map((date, column) => (
                <DayCell
                  key={date}
                  cell={{ row, column }}
                  entry={byPlace.get(`${id} ${date}`)}
                  label={`${name} ${date.slice(5)}`}
                  grid={grid}
                />
              ))}
              <Hours hours={hours.find(({ agentId }) => agentId === id)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">在班人数</th>
            {days.map((date) => (
              <td key={date} className="numeric muted">
                {countOn(date) || ''}
              </td>
            ))}
            <td className="roster-hours muted">人</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
