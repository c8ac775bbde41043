import { Button, Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { parseMoment, timeChoices } from '../../lib/time/parse-moment.ts';

type MomentFieldProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (atMs: number | null) => void;
  /** The usual times are offered up to this moment; a later one can be typed. */
  readonly before?: number | null;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<InputRef>;
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
export function MomentField(props: MomentFieldProps) {
  const { label, value, onChange, before = null, autoFocus = false, ref } = props;
  const nowMs = useNow(MINUTE);
  const choices = timeChoices(nowMs).filter(({ atMs }) => before === null || atMs < before);
  // A time that was typed before stands in the field again.
  const isTyped = value !== null && !choices.some(({ atMs }) => atMs === value);
  const [text, setText] = useState(() => (isTyped ? formatMoment(value, nowMs) : ''));
  return (
    <div className="moment-field" role="group" aria-label={label}>
      <div className="moment-choices">
        <Input
          {...(ref === undefined ? {} : { ref })}
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
        {choices.map((choice) => (
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
