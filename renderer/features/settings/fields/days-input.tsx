import { Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { weekdayLabel } from './setting-words.ts';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const WEEKDAY_OPTIONS = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayLabel(value) }));

type WeekdaysInputProps = {
  readonly label: string;
  readonly weekdays: unknown;
  readonly onWeekdays: (weekdays: readonly number[]) => void;
};

/** Days of the week, 1 is Monday. */
export function WeekdaysInput({ label, weekdays, onWeekdays }: WeekdaysInputProps) {
  return (
    <Checkbox.Group<number>
      aria-label={label}
      options={WEEKDAY_OPTIONS}
      value={listOf(weekdays).map(Number)}
      onChange={(days) => onWeekdays(days.toSorted((a, b) => a - b))}
    />
  );
}

type DatesInputProps = {
  readonly id: string;
  readonly label: string;
  readonly dates: unknown;
  readonly onDates: (dates: readonly string[]) => void;
};

/** Days of the calendar, `'YYYY-MM-DD'`, the earliest first. */
export function DatesInput({ id, label, dates, onDates }: DatesInputProps) {
  return (
    <DatePicker
      id={id}
      aria-label={label}
      className="settings-dates"
      multiple
      placeholder="选择日期"
      format="YYYY-MM-DD"
      value={listOf(dates).map((date) => dayjs(String(date)))}
      onChange={(_days, texts) => {
        const chosen = [texts].flat().filter((text) => text !== null);
        onDates(chosen.toSorted((one, other) => one.localeCompare(other)));
      }}
    />
  );
}
