import { z } from 'zod';
import { QuietHours } from '../../chasing/chase-settings.ts';
import { declareSettings } from '../declaring/declaration.ts';

const ReminderSettings = z.object({
  /** Pop-ups are delayed inside these hours, tasks never. Off: a night shift needs its reminders. */
  popUpQuietHours: QuietHours.pick({ fromMinute: true, toMinute: true }).nullable(),
  soundEnabled: z.boolean(),
  opensAtLogin: z.boolean(),
  /** The agent has heard and seen a test reminder. */
  reminderChecked: z.boolean(),
});

/** X2: how this PC reminds. */
export const reminderSettings = declareSettings({
  key: 'reminders',
  level: 'app',
  title: '提醒',
  schema: ReminderSettings,
  defaults: { popUpQuietHours: null, soundEnabled: true, opensAtLogin: false, reminderChecked: false },
  changedBy: 'agent',
  fields: {
    soundEnabled: {
      label: '提示音',
      input: { kind: 'flag' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    popUpQuietHours: {
      label: '弹窗静默时段',
      hint: '时段内不弹通知，待办照常到期，结束后合并提醒一次',
      input: { kind: 'quiet-hours', whenOn: { fromMinute: 22 * 60, toMinute: 8 * 60 } },
      source: { kind: 'choice', note: '夜班需要提醒，所以默认关闭' },
      checkedOn: null,
    },
    opensAtLogin: {
      label: '开机时启动',
      hint: '登录系统后在后台启动，提醒不中断',
      input: { kind: 'flag' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    reminderChecked: {
      label: '测试通知和声音',
      hint: '发送一条通知，确认在其他程序前面也能看到、听到',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
