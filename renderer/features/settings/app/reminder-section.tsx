import { Button, Switch } from 'antd';
import { reminderSettings } from '../../../../shared/domain/settings/reminders.ts';
import { startOfBeijingDay } from '../../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/app-state.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useNow } from '../../../lib/now.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { MinutePicker } from '../fields/minute-picker.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { usePauseReminders, useSaveAppSettings } from '../mutations.ts';
import { ReminderTest } from './reminder-test.tsx';

const FIRST_QUIET_HOURS = { fromMinute: 22 * 60, toMinute: 8 * 60 };

function QuietRow() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('reminders');
  const quiet = settings.reminders.popUpQuietHours;
  return (
    <DeclaredRow
      declaration={reminderSettings}
      name="popUpQuietHours"
      value={quiet}
      htmlFor="quiet-hours"
      onDefault={() => save.mutate({ popUpQuietHours: reminderSettings.defaults.popUpQuietHours })}
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
    </DeclaredRow>
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

function FlagRow({ name }: { readonly name: 'soundEnabled' | 'opensAtLogin' }) {
  const { settings } = useAppState();
  const save = useSaveAppSettings('reminders');
  const isOn = settings.reminders[name];
  const set = (value: boolean) => save.mutate({ [name]: value });
  return (
    <DeclaredRow
      declaration={reminderSettings}
      name={name}
      value={isOn}
      htmlFor={name}
      onDefault={() => set(reminderSettings.defaults[name])}
    >
      <Switch id={name} aria-label={reminderSettings.fields[name].label} checked={isOn} onChange={set} />
    </DeclaredRow>
  );
}

export function ReminderSection() {
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>提醒</h2>
      </header>
      <div className="settings-group">
        <ReminderTest />
        <FlagRow name="soundEnabled" />
        <PauseRow />
        <QuietRow />
        <FlagRow name="opensAtLogin" />
      </div>
    </div>
  );
}
