import { TimePicker } from 'antd';
import dayjs from 'dayjs';

type MinutePickerProps = {
  readonly id?: string;
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
};

/** A time of day, as minutes since midnight. */
export function MinutePicker({ id, label, minute, onChange }: MinutePickerProps) {
  return (
    <TimePicker
      {...(id === undefined ? {} : { id })}
      className="settings-time"
      aria-label={label}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      allowClear={false}
      showNow={false}
      // Any day does: only hour and minute are read back.
      value={dayjs('2000-01-01')
        .hour(Math.floor(minute / 60))
        .minute(minute % 60)}
      onChange={(time) => time && onChange(time.hour() * 60 + time.minute())}
    />
  );
}
