import {
  BellOutlined,
  LockOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { AGENT_ROLE_LABELS } from '../../../shared/domain/team/agent.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { importQueries } from '../../features/imports/queries.ts';
import { useAppState, useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment, percentOf } from '../../lib/time/format.ts';
import { now, useNow } from '../../lib/time/now.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { JobStatus } from '../job-status.tsx';
import { BackupPill } from './backup-pill.tsx';
import { ClockPill } from './clock-pill.tsx';
import { useLock, usePauseReminders } from './mutations.ts';
import { UpdatePill } from './update-pill.tsx';

const PAUSES = [
  { key: 'half', label: '勿扰 30 分钟', untilMs: (nowMs: number) => nowMs + 30 * MINUTE },
  { key: 'hour', label: '勿扰 1 小时', untilMs: (nowMs: number) => nowMs + HOUR },
  {
    key: 'morning',
    label: '勿扰到明早 08:30',
    untilMs: (nowMs: number) => startOfBeijingDay(nowMs) + DAY + 8.5 * HOUR,
  },
] as const;

/** Pop-ups are held back, tasks are not: the queue goes on counting. */
function DoNotDisturb() {
  const { doNotDisturbUntilMs } = useAppState();
  const nowMs = useNow(MINUTE);
  const pause = usePauseReminders();
  const isPaused = doNotDisturbUntilMs !== null && doNotDisturbUntilMs > nowMs;
  const items = [
    ...PAUSES.map(({ key, label }) => ({ key, label })),
    ...(isPaused ? [{ type: 'divider' as const }, { key: 'end', label: '恢复弹窗提醒' }] : []),
  ];
  const choose = (key: string) => pause.mutate(PAUSES.find((one) => one.key === key)?.untilMs(now()) ?? null);
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <Button
        type="text"
        icon={<BellOutlined aria-hidden="true" />}
        aria-haspopup="menu"
        data-paused={isPaused || undefined}
      >
        {isPaused ? `勿扰至 ${formatMoment(doNotDisturbUntilMs, nowMs)}` : '提醒开启'}
      </Button>
    </Dropdown>
  );
}

/** A running import stays in sight on every screen. */
function ImportPill() {
  const { openScreen } = useNavigation();
  const { data: jobs = [] } = useQuery(importQueries.jobs());
  const states = jobs.map(({ state }) => state);
  const working = states.find((state) => state.kind === 'working');
  const waitingCount = states.filter((state) => state.kind === 'previewed').length;
  if (!working && waitingCount === 0) return null;
  return (
    <Button size="small" className="numeric" onClick={() => openScreen('imports')}>
      {working ? `正在导入 ${percentOf(working) ?? 0}%` : `${waitingCount} 个文件待确认导入`}
    </Button>
  );
}

function AgentMenu() {
  const agent = useCurrentAgent();
  const lock = useLock();
  useShortcut(SHORTCUTS.lock, () => lock.mutate());
  if (!agent) return null;
  const items = [
    {
      key: 'lock',
      icon: <LockOutlined aria-hidden="true" />,
      label: (
        <>
          锁定，换人 <Kbd keys={SHORTCUTS.lock.label} />
        </>
      ),
    },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: () => lock.mutate() }}>
      <Button type="text" icon={<UserOutlined aria-hidden="true" />} aria-haspopup="menu">
        {agent.name}
        <span className="muted">{AGENT_ROLE_LABELS[agent.role]}</span>
      </Button>
    </Dropdown>
  );
}

type HeaderProps = { readonly onFind: () => void; readonly onHelp: () => void };

export function Header({ onFind, onHelp }: HeaderProps) {
  return (
    <header className="shell-header">
      <button type="button" className="shell-find" onClick={onFind}>
        <SearchOutlined aria-hidden="true" />
        <span className="truncate">查找订单、客户、话术</span>
        <Kbd keys={SHORTCUTS.find.label} />
      </button>
      <ImportPill />
      <JobStatus />
      <BackupPill />
      <ClockPill />
      <UpdatePill />
      <div className="shell-header-end">
        <DoNotDisturb />
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden="true" />}
          aria-label="快捷键"
          title={`快捷键（${SHORTCUTS.help.label}）`}
          onClick={onHelp}
        />
        <AgentMenu />
      </div>
    </header>
  );
}
