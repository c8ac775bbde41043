import './roster.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { ActivityId } from '../../../shared/domain/ids.ts';
import type { RosterEntry } from '../../../shared/domain/roster/roster-entry.ts';
import { leads } from '../../../shared/domain/team/agent.ts';
import type { RosterMonth } from '../../../shared/ipc/contract/roster-contract.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import { useAppState, useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { now } from '../../lib/time/now.ts';
import { useMedia } from '../../lib/use-media.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { undoActivity, useAction, wayBack } from '../../ui/forms/use-action.ts';
import { rosterQueries } from './queries.ts';
import { ExportRoster, ImportRoster } from './roster-files.tsx';
import { RosterMatrix } from './roster-matrix.tsx';
import { AskForm, RosterRequests } from './roster-requests.tsx';
import { ShiftTemplates, shiftText } from './shift-templates.tsx';
import { type RosterChanges, useRosterGrid } from './use-roster-grid.ts';

/** `'2026-06'` and so many months further. */
function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const thisMonth = (): string => beijingDate(now()).slice(0, 7);

/** Plans days in one stroke. The keys behind a dialog rest, so Ctrl+Z goes back through the strokes here. */
function usePlan() {
  const feedback = useFeedback();
  const strokes = useRef<ActivityId[]>([]);
  const fail = (error: unknown) => feedback.fail(error);
  function tell(recorded: Recorded | null): void {
    if (!recorded) return;
    strokes.current.push(recorded.activityId);
    feedback.done(recorded.message, wayBack(recorded.activityId));
  }
  function plan(channel: 'roster.set' | 'roster.import', changes: RosterChanges): void {
    call(channel, { changes }).then(tell, fail);
  }
  return {
    set: (changes: RosterChanges) => plan('roster.set', changes),
    take: (changes: RosterChanges) => plan('roster.import', changes),
    undo(): void {
      const last = strokes.current.pop();
      if (last !== undefined) undoActivity(last).then(({ message }) => feedback.done(message), fail);
    },
  };
}

type MonthProps = {
  readonly month: string;
  readonly shown: RosterMonth;
  readonly onMonth: (month: string) => void;
};

function Legend({ shifts }: Pick<RosterMonth, 'shifts'>) {
  return (
    <p className="muted numeric roster-legend">
      {shifts.map((shift) => (
        <span key={shift.code}>
          {shift.code} {shiftText(shift)}
        </span>
      ))}
      <span>R 休</span>
      <span>L 假</span>
      <span>Delete 清空</span>
      <span>可从表格复制粘贴</span>
    </p>
  );
}

/** A lead plans; where the team has none, anybody does. */
function useTeam() {
  const { agents } = useAppState();
  const me = useCurrentAgent();
  const present = agents.filter(({ isArchived }) => !isArchived);
  return { me, present, isLead: leads(me?.role) || !present.some(({ role }) => leads(role)) };
}

type ToolbarProps = Omit<MonthProps, 'shown'> &
  Pick<RosterMonth, 'shifts'> & {
    readonly isLead: boolean;
    readonly onImport: (changes: RosterChanges) => void;
  };

function Toolbar({ month, shifts, isLead, onMonth, onImport }: ToolbarProps) {
  const [isEditingShifts, setIsEditingShifts] = useState(false);
  return (
    <>
      <div className="form-row">
        <Button size="small" aria-label="上个月" onClick={() => onMonth(monthAfter(month, -1))}>
          ‹
        </Button>
        <h2 className="numeric">{month}</h2>
        <Button size="small" aria-label="下个月" onClick={() => onMonth(monthAfter(month, 1))}>
          ›
        </Button>
        <Button size="small" disabled={month === thisMonth()} onClick={() => onMonth(thisMonth())}>
          本月
        </Button>
        <ExportRoster month={month} />
        {isLead && <ImportRoster month={month} onImport={onImport} />}
        {isLead && (
          <Button
            size="small"
            aria-expanded={isEditingShifts}
            onClick={() => setIsEditingShifts(!isEditingShifts)}
          >
            班次
          </Button>
        )}
      </div>
      {isEditingShifts && <ShiftTemplates shifts={shifts} onClose={() => setIsEditingShifts(false)} />}
    </>
  );
}

type ChosenProps = {
  readonly entry: RosterEntry;
  readonly today: string;
};

/** The day under the cursor: a change of it is asked for by its agent, an absence is noted by a lead. */
function Chosen({ entry: { agentId, date, isAbsent }, today }: ChosenProps) {
  const { me, present, isLead } = useTeam();
  const absent = useAction('roster.setAbsent');
  const name = present.find(({ id }) => id === agentId)?.name;
  return (
    <div className="roster-chosen">
      {agentId === me?.id && date >= today && (
        <AskForm key={date} date={date} colleagues={present.filter(({ id }) => id !== agentId)} />
      )}
      {isLead && date <= today && (
        <Button
          size="small"
          onClick={() => absent.mutate({ date, agentId, isAbsent: !isAbsent, reason: null })}
        >
          {name} {date.slice(5)} {isAbsent ? '已到岗' : '未到岗'}
        </Button>
      )}
    </div>
  );
}

const WEEK = 7;

/** Beside the chat there is room for a week; elsewhere for the month. */
function useShownDays(days: readonly string[], today: string) {
  const isNarrow = useMedia('(width < 1000px)');
  const [week, setWeek] = useState(() => Math.floor(Math.max(days.indexOf(today), 0) / WEEK));
  const last = Math.ceil(days.length / WEEK) - 1;
  return {
    days: isNarrow ? days.slice(week * WEEK, (week + 1) * WEEK) : days,
    steps: isNarrow
      ? { isFirst: week === 0, isLast: week === last, go: (by: number) => setWeek(week + by) }
      : null,
  };
}

function WeekSteps({ isFirst, isLast, go }: NonNullable<ReturnType<typeof useShownDays>['steps']>) {
  return (
    <div className="form-row">
      <Button size="small" disabled={isFirst} onClick={() => go(-1)}>
        前一周
      </Button>
      <Button size="small" disabled={isLast} onClick={() => go(1)}>
        后一周
      </Button>
    </div>
  );
}

function Month({ month, shown, onMonth }: MonthProps) {
  const { days, steps } = useShownDays(shown.days, shown.today);
  const { present, isLead } = useTeam();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const { set, take, undo } = usePlan();
  const grid = useRosterGrid({
    agentIds: present.map(({ id }) => id),
    days,
    shifts: shown.shifts,
    isEditable: isLead,
    onSet: set,
    onUndo: undo,
    onUnknown: setUnknown,
  });
  const agentId = present[grid.cursor.row]?.id;
  const date = days[grid.cursor.column];
  const entry = shown.entries.find((one) => one.agentId === agentId && one.date === date);
  return (
    <div className="roster">
      <Toolbar month={month} shifts={shown.shifts} isLead={isLead} onMonth={onMonth} onImport={take} />
      <RosterRequests requests={shown.requests} />
      {steps && <WeekSteps {...steps} />}
      <RosterMatrix month={shown} days={days} agents={present} grid={grid} />
      {unknown.length > 0 && (
        <p role="alert" className="roster-unknown">
          有 {unknown.length} 格不能识别，没有粘贴：{[...new Set(unknown)].slice(0, 8).join('、')}
        </p>
      )}
      {isLead && <Legend shifts={shown.shifts} />}
      {entry && <Chosen entry={entry} today={shown.today} />}
    </div>
  );
}

/** H1: the month of the team, planned by keyboard, with what agents ask to have changed. */
export function RosterDialog({ onClose }: { readonly onClose: () => void }) {
  const [month, setMonth] = useState(thisMonth);
  const { data: shown } = useQuery(rosterQueries.month(month));
  return (
    <Modal
      title="排班"
      open
      onCancel={onClose}
      footer={null}
      width={1280}
      style={{ top: 24, maxWidth: 'calc(100vw - 24px)' }}
      styles={{ body: { maxHeight: 'calc(100vh - 120px)', overflow: 'auto' } }}
    >
      {shown && <Month key={month} month={month} shown={shown} onMonth={setMonth} />}
    </Modal>
  );
}
