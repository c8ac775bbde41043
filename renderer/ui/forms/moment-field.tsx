import { Button, Input } from 'antd';
import { useState } from 'react';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { parseMoment, timeChoices } from '../../lib/time/parse-moment.ts';

type MomentFieldProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (atMs: number | null) => void;
  readonly autoFocus?: boolean;
};

function Meaning({ text, value }: { readonly text: string; readonly value: number | null }) {
  const nowMs = useNow(MINUTE);
  if (value !== null) {
    return (
      <span className="numeric">
        {formatMoment(value, nowMs)}，{formatDuration(value - nowMs)}后
      </span>
    );
  }
  return text === '' ? null : (
    <span className="moment-unclear">无法识别，可写 20:30、明天 9:00、45（分钟）</span>
  );
}

/** An exact minute: one click for the usual ones, typed for the rest. A typed clock time is faster than any calendar. */
export function MomentField({ label, value, onChange, autoFocus = false }: MomentFieldProps) {
  const nowMs = useNow(MINUTE);
  const [text, setText] = useState('');
  return (
    <div className="moment-field" role="group" aria-label={label}>
      <div className="moment-choices">
        <Input
          className="moment-text"
          size="small"
          autoFocus={autoFocus}
          aria-label={`${label}，指定时间`}
          placeholder="20:30、明天 9:00、45"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(parseMoment(event.target.value, nowMs) ?? null);
          }}
        />
        {timeChoices(nowMs).map((choice) => (
          <Button
            key={choice.label}
            size="small"
            type={value === choice.atMs ? 'primary' : 'default'}
            aria-pressed={value === choice.atMs}
            onClick={() => {
              setText('');
              onChange(value === choice.atMs ? null : choice.atMs);
            }}
          >
            {choice.label}
          </Button>
        ))}
      </div>
      <p className="moment-meaning" role="status">
        <Meaning text={text} value={value} />
      </p>
    </div>
  );
}
