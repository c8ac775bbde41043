import { Button } from 'antd';
import { reminderSettings } from '../../../../shared/domain/settings/app/reminders.ts';
import { startOfBeijingDay } from '../../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { DomainFields } from '../fields/domain-fields.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { usePauseReminders, useSaveAppSettings } from '../mutations.ts';
import { ReminderTest } from './reminder-test.tsx';

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
  const row = {
    declaration: reminderSettings,
    values: settings.reminders,
    onChange: (change: Partial<typeof settings.reminders>) => save.mutate(change),
  };
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>提醒</h2>
      </header>
      <div className="settings-group">
        <ReminderTest />
        <DomainFields {...row} names={['soundEnabled']} />
        <PauseRow />
        <DomainFields {...row} names={['popUpQuietHours', 'opensAtLogin']} />
      </div>
    </div>
  );
}
