import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useConfirmReminders, useTestReminder } from './mutations.ts';

type Result = 'not-sent' | 'sent' | 'unsupported' | 'not-seen';

const TEXTS = {
  'not-sent': '先发送一条测试提醒，确认能看到弹窗并听到声音。提醒漏掉，催付就晚了。',
  sent: '测试提醒已发送，屏幕一角应有弹窗和提示音。',
  unsupported: '系统不支持桌面弹窗，到期的待办只显示在队列里，请保持窗口可见。',
  'not-seen':
    '请检查：系统设置 › 通知中允许「小二工作台」；关闭「专注助手」或「勿扰」；系统音量未静音。改好后再测试一次。',
} as const satisfies Record<Result, string>;

/** X2 on the first day: an agent who cannot see or hear reminders finds out now, not by a lost order. */
export function ReminderCheck() {
  const { settings } = useAppState();
  const [isPutOff, setIsPutOff] = useState(false);
  const [result, setResult] = useState<Result>('not-sent');
  const next = useRef<HTMLButtonElement>(null);
  const test = useTestReminder();
  const confirm = useConfirmReminders();
  if (settings.reminders.reminderChecked || isPutOff) return null;

  const send = () =>
    test.mutate(undefined, {
      onSuccess: ({ isSupported }) => setResult(isSupported ? 'sent' : 'unsupported'),
    });
  const isSent = result === 'sent';
  const isAsked = isSent || result === 'unsupported';
  return (
    <Modal
      open
      title="检查提醒"
      width={460}
      onCancel={() => setIsPutOff(true)}
      // Enter does what the dialog is about, and never closes it unread by its ✕.
      afterOpenChange={(isOpen) => isOpen && next.current?.focus()}
      footer={
        <>
          {isSent ? (
            <Button onClick={() => setResult('not-seen')}>没有看到或听到</Button>
          ) : (
            <Button onClick={() => setIsPutOff(true)}>稍后</Button>
          )}
          <Button ref={next} type="primary" onClick={isAsked ? () => confirm.mutate() : send}>
            {isSent ? '看到并听到了' : isAsked ? '知道了' : '发送测试提醒'}
          </Button>
        </>
      }
    >
      <p role="status">{TEXTS[result]}</p>
    </Modal>
  );
}
