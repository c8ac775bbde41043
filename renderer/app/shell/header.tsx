import {
  CalendarOutlined,
  LockOutlined,
  PauseCircleOutlined,
  PicRightOutlined,
  PushpinFilled,
  PushpinOutlined,
  ReadOutlined,
  SearchOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { AGENT_ROLE_LABELS } from '../../../shared/domain/team/agent.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { HelpMenu } from '../../features/help/help-menu.tsx';
import { importQueries } from '../../features/imports/queries.ts';
import { NoticeButton } from '../../features/notifications/notice-button.tsx';
import { useAppState, useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { useWindowState } from '../../lib/main-process/window-state.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment, percentOf } from '../../lib/time/format.ts';
import { now, useNow } from '../../lib/time/now.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { JobStatus } from '../job-status.tsx';
import { useLock, usePauseReminders } from './mutations.ts';
import { NavMenu } from './nav-menu.tsx';
import { useOpenBulletins } from './opening/use-open-bulletins.ts';
import { useOpenHandover } from './opening/use-open-handover.ts';
import { BackupPill } from './pills/backup-pill.tsx';
import { ClockPill } from './pills/clock-pill.tsx';
import { UpdatePill } from './pills/update-pill.tsx';
import { ShopSwitch } from './shop-switch.tsx';
import { usePinDock, useToggleDock } from './use-dock-keys.ts';

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
        icon={<PauseCircleOutlined aria-hidden="true" />}
        aria-haspopup="menu"
        data-paused={isPaused || undefined}
      >
        <span className="shell-words">
          {isPaused ? `勿扰至 ${formatMoment(doNotDisturbUntilMs, nowMs)}` : '提醒开启'}
        </span>
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

function AgentMenu({ onRoster }: { readonly onRoster: () => void }) {
  const agent = useCurrentAgent();
  const lock = useLock();
  const { openToday } = useNavigation();
  const openHandover = useOpenHandover();
  const { readBulletins } = useOpenBulletins();
  useShortcut(SHORTCUTS.lock, () => lock.mutate());
  useShortcut(SHORTCUTS.today, openToday, agent !== undefined);
  useShortcut(SHORTCUTS.handover, openHandover, agent !== undefined);
  if (!agent) return null;
  const items = [
    {
      key: 'today',
      icon: <CalendarOutlined aria-hidden="true" />,
      label: (
        <>
          今天要做的 <Kbd keys={SHORTCUTS.today.label} />
        </>
      ),
    },
    {
      key: 'handover',
      icon: <SwapOutlined aria-hidden="true" />,
      label: (
        <>
          写交接单 <Kbd keys={SHORTCUTS.handover.label} />
        </>
      ),
    },
    { key: 'roster', icon: <TeamOutlined aria-hidden="true" />, label: '排班' },
    { key: 'bulletins', icon: <ReadOutlined aria-hidden="true" />, label: '团队通知' },
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
  const acts: Readonly<Record<string, () => void>> = {
    today: openToday,
    handover: openHandover,
    roster: onRoster,
    bulletins: () => void readBulletins(),
    lock: () => lock.mutate(),
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => acts[key]?.() }}>
      <Button type="text" icon={<UserOutlined aria-hidden="true" />} aria-haspopup="menu">
        <span className="shell-words">
          {agent.name} <span className="muted">{AGENT_ROLE_LABELS[agent.role]}</span>
        </span>
      </Button>
    </Dropdown>
  );
}

function PinButton({ isOnTop }: { readonly isOnTop: boolean }) {
  const pin = usePinDock();
  return (
    <Button
      type="text"
      icon={isOnTop ? <PushpinFilled aria-hidden="true" /> : <PushpinOutlined aria-hidden="true" />}
      aria-label="总在最前"
      aria-pressed={isOnTop}
      title={isOnTop ? '总在其他窗口前面，点击取消' : '让窗口总在最前'}
      onClick={() => pin(!isOnTop)}
    />
  );
}

function DockButton() {
  const toggle = useToggleDock();
  const window = useWindowState();
  const isDocked = window?.isDocked === true;
  return (
    <>
      {isDocked && <PinButton isOnTop={window.isOnTop} />}
      <Button
        type="text"
        className="shell-dock"
        icon={<PicRightOutlined aria-hidden="true" />}
        aria-label="停靠到聊天窗口旁边"
        aria-pressed={isDocked}
        title={
          isDocked
            ? `恢复原来的窗口（${SHORTCUTS.dock.label}）；拖动窗口可换到另一边`
            : `停靠到聊天窗口旁边（${SHORTCUTS.dock.label}）`
        }
        onClick={toggle}
      />
    </>
  );
}

type HeaderProps = {
  readonly onFind: () => void;
  readonly onKeys: () => void;
  readonly onRoster: () => void;
};

export function Header({ onFind, onKeys, onRoster }: HeaderProps) {
  const { openScreen, openSubject } = useNavigation();
  return (
    <header className="shell-header">
      <NavMenu />
      <button type="button" className="shell-find" onClick={onFind}>
        <SearchOutlined aria-hidden="true" />
        <span className="truncate">查找订单、客户、话术</span>
        <Kbd keys={SHORTCUTS.find.label} />
      </button>
      <ShopSwitch />
      <ImportPill />
      <JobStatus />
      <BackupPill />
      <ClockPill />
      <UpdatePill />
      <div className="shell-header-end">
        <NoticeButton
          onOpen={(target) => {
            if (target === null) openScreen('workbench');
            else if ('screen' in target) openScreen(target.screen);
            else openSubject(target.subject, target.taskId);
          }}
        />
        <DoNotDisturb />
        <DockButton />
        <HelpMenu onKeys={onKeys} onTour={() => openScreen('workbench')} />
        <AgentMenu onRoster={onRoster} />
      </div>
    </header>
  );
}
