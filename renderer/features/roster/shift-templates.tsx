import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { ShiftTemplate } from '../../../shared/domain/roster/shift-template.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { formatMinuteOfDay } from '../../lib/time/format.ts';
import { useFeedback } from '../../ui/feedback.tsx';

const TIME = /^(\d{1,2})[:：](\d{2})$/u;

/** `'8:30'` → `510`; `null`: no time of day. */
function minuteOf(text: string): number | null {
  const [, hours = '', minutes = ''] = TIME.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(minutes) > 59 || minute > 24 * 60 ? null : minute % (24 * 60);
}

export const shiftText = ({ name, startMinute, endMinute }: ShiftTemplate): string =>
  `${name} ${formatMinuteOfDay(startMinute)}–${endMinute > startMinute ? '' : '次日 '}${formatMinuteOfDay(endMinute)}`;

type TimeProps = {
  readonly label: string;
  readonly minute: number;
  readonly onMinute: (minute: number) => void;
};

function TimeInput({ label, minute, onMinute }: TimeProps) {
  const [text, setText] = useState(() => formatMinuteOfDay(minute));
  return (
    <Input
      size="small"
      className="roster-time numeric"
      aria-label={label}
      value={text}
      status={minuteOf(text) === null ? 'error' : ''}
      onChange={(event) => {
        setText(event.target.value);
        const typed = minuteOf(event.target.value);
        if (typed !== null) onMinute(typed);
      }}
    />
  );
}

type Props = { readonly shifts: readonly ShiftTemplate[]; readonly onClose: () => void };

/** The shifts of the team: what each code stands for from now on; shifts that were worked stay as they were. */
export function ShiftTemplates({ shifts, onClose }: Props) {
  const feedback = useFeedback();
  const [drafts, setDrafts] = useState(shifts);
  const save = useMutation({
    mutationFn: () =>
      call('settings.save', { scope: APP_SCOPE, key: 'roster', values: { shifts: [...drafts] } }),
    onSuccess: () => {
      feedback.done('班次已保存');
      onClose();
    },
    onError: (error) => feedback.fail(error),
  });
  const change = (code: string, part: Partial<ShiftTemplate>) =>
    setDrafts(drafts.map((shift) => (shift.code === code ? { ...shift, ...part } : shift)));
  return (
    <form
      className="roster-templates"
      aria-label="班次"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {drafts.map(({ code, name, startMinute, endMinute, breakMinutes }) => (
        <div key={code} className="form-row">
          <span className="numeric">{code}</span>
          <Input
            size="small"
            aria-label={`${code} 名称`}
            maxLength={10}
            value={name}
            onChange={(event) => change(code, { name: event.target.value })}
          />
          <TimeInput
            label={`${code} 开始`}
            minute={startMinute}
            onMinute={(minute) => change(code, { startMinute: minute })}
          />
          <TimeInput
            label={`${code} 结束`}
            minute={endMinute}
            onMinute={(minute) => change(code, { endMinute: minute })}
          />
          <InputNumber
            size="small"
            aria-label={`${code} 用餐休息分钟`}
            min={0}
            max={240}
            suffix="分钟休息"
            value={breakMinutes}
            onChange={(minutes) => change(code, { breakMinutes: minutes ?? 0 })}
          />
        </div>
      ))}
      <div className="form-row">
        <Button type="primary" size="small" htmlType="submit" loading={save.isPending}>
          保存班次
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
        <span className="muted">结束早于开始的算到次日；已上过的班不变</span>
      </div>
    </form>
  );
}
