import { Button, Switch } from 'antd';
import { startOfBeijingDay } from '../../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/app-state.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useNow } from '../../../lib/now.ts';
import { MinutePicker } from '../chasing/minute-picker.tsx';
import { usePauseReminders, useSaveAppSettings } from '../mutations.ts';
import { SettingsRow } from '../settings-row.tsx';
import { ReminderTest } from './reminder-test.tsx';

const FIRST_QUIET_HOURS = { fromMinute: 22 * 60, toMinute: 8 * 60 };

function QuietRow() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('reminders');
  const quiet = settings.reminders.popUpQuietHours;
  return (
    <SettingsRow
      label="弹窗静默时段"
      htmlFor="quiet-hours"
      hint="时段内不弹通知，待办照常到期，结束后合并提醒一次"
    >
      <Switch
        id="quiet-hours"
        aria-label="弹窗静默时段"
        checked={quiet !== null}
        onChange={(isOn) => save.mutate({ popUpQuietHours: isOn ? FIRST_QUIET_HOURS : null })}
      />
      {quiet && (
        <span className="settings-times">
          <MinutePicker
            label="弹窗静默开始"
            minute={quiet.fromMinute}
            onChange={(fromMinute) => save.mutate({ popUpQuietHours: { ...quiet, fromMinute } })}
          />
          至
          <MinutePicker
            label="弹窗静默结束"
            minute={quiet.toMinute}
            onChange={(toMinute) => save.mutate({ popUpQuietHours: { ...quiet, toMinute } })}
          />
        </span>
      )}
    </SettingsRow>
  );
}

function PauseRow() {
  const { doNotDisturbUntilMs } = useAppState();
  const nowMs = useNow(MINUTE);
  const pause = usePauseReminders();
  const isPaused = doNotDisturbUntilMs !== null && doNotDisturbUntilMs > nowMs;
  const choices = [
    { label: '30 分钟', untilMs: nowMs + 30 * MINUTE },
    { label: '1 小时', untilMs: nowMs + HOUR },
    { label: '2 小时', untilMs: nowMs + 2 * HOUR },
    { label: '到明早 8 点', untilMs: startOfBeijingDay(nowMs) + DAY + 8 * HOUR },
  ];
  return (
    <SettingsRow label="免打扰" hint="暂停弹窗和声音，到时自动恢复；待办不受影响">
      {isPaused ? (
        <>
          <span className="numeric">免打扰至 {formatMoment(doNotDisturbUntilMs, nowMs)}</span>
          <Button onClick={() => pause.mutate(null)}>恢复提醒</Button>
        </>
      ) : (
        choices.map(({ label, untilMs }) => (
          <Button key={label} onClick={() => pause.mutate(untilMs)}>
            {label}
          </Button>
        ))
      )}
    </SettingsRow>
  );
}

export function ReminderSection() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('reminders');
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>提醒</h2>
      </header>
      <div className="settings-group">
        <ReminderTest />
        <SettingsRow label="提示音" htmlFor="sound">
          <Switch
            id="sound"
            aria-label="提示音"
            checked={settings.reminders.soundEnabled}
            onChange={(soundEnabled) => save.mutate({ soundEnabled })}
          />
        </SettingsRow>
        <PauseRow />
        <QuietRow />
        <SettingsRow label="开机时启动" htmlFor="at-login" hint="登录系统后在后台启动，提醒不中断">
          <Switch
            id="at-login"
            aria-label="开机时启动"
            checked={settings.reminders.opensAtLogin}
            onChange={(opensAtLogin) => save.mutate({ opensAtLogin })}
          />
        </SettingsRow>
      </div>
    </div>
  );
}
