import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DateRange } from '../../lib/time/day-range.ts';

const DATE = 'YYYY-MM-DD';

type Props = {
  readonly label: string;
  readonly range: DateRange;
  readonly onRange: (range: DateRange) => void;
};

/** The first and the last day; there is always one of each. */
export function DateRangePicker({ label, range, onRange }: Props) {
  return (
    <DatePicker.RangePicker
      allowClear={false}
      aria-label={label}
      value={[dayjs(range.fromDate), dayjs(range.toDate)]}
      onChange={(days) => {
        const [from, to] = days ?? [];
        if (from && to) onRange({ fromDate: from.format(DATE), toDate: to.format(DATE) });
      }}
    />
  );
}
