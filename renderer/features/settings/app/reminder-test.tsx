import { Button } from 'antd';
import { useState } from 'react';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useSaveAppSettings, useTestReminder } from '../mutations.ts';

const HELP =
  '请在系统设置的「通知」中允许小二工作台，关闭「专注助手」或「勿扰」，并确认系统音量未静音，然后再测试一次。';

type Outcome = 'asking' | 'unseen' | 'unsupported';

/** A reminder that the agent does not see is none, so the agent says whether it came through. */
export function ReminderTest() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('reminders');
  const test = useTestReminder();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const send = () =>
    test.mutate(undefined, {
      onSuccess: ({ isSupported }) => setOutcome(isSupported ? 'asking' : 'unsupported'),
    });
  const answer = (isSeen: boolean) => {
    save.mutate({ reminderChecked: isSeen });
    setOutcome(isSeen ? null : 'unseen');
  };
  return (
    <>
      <SettingsRow
        label="测试通知和声音"
        hint="发送一条通知，确认在其他程序前面也能看到、听到"
        place="reminders.reminderChecked"
      >
        {settings.reminders.reminderChecked && outcome === null && <Tag tone="success">已确认</Tag>}
        <Button onClick={send}>发送测试通知</Button>
      </SettingsRow>
      {outcome === 'asking' && (
        <div className="settings-answer" role="status">
          <span>看到通知、听到声音了吗？</span>
          <Button size="small" type="primary" onClick={() => answer(true)}>
            看到了
          </Button>
          <Button size="small" onClick={() => answer(false)}>
            没有
          </Button>
        </div>
      )}
      {outcome === 'unseen' && (
        <p className="settings-answer" role="status">
          {HELP}
        </p>
      )}
      {outcome === 'unsupported' && (
        <p className="settings-answer" role="alert">
          系统不支持通知，到期待办只在窗口内显示。
        </p>
      )}
    </>
  );
}
