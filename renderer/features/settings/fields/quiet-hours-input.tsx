import type { QuietHours } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { QuietRange } from '../../../../shared/domain/team/quiet-hours.ts';
import { MinutePicker } from './minute-picker.tsx';

type QuietHoursInputProps = {
  readonly label: string;
  readonly hours: QuietRange | QuietHours;
  readonly onHours: (hours: QuietRange | QuietHours) => void;
};

/** From when to when, and where the domain says so, when work goes on after it. */
export function QuietHoursInput({ label, hours, onHours }: QuietHoursInputProps) {
  return (
    <span className="settings-times">
      <MinutePicker
        label={`${label}开始`}
        minute={hours.fromMinute}
        onChange={(fromMinute) => onHours({ ...hours, fromMinute })}
      />
      至
      <MinutePicker
        label={`${label}结束`}
        minute={hours.toMinute}
        onChange={(toMinute) => onHours({ ...hours, toMinute })}
      />
      {'resumeAtMinute' in hours && (
        <>
          恢复
          <MinutePicker
            label={`${label}后恢复`}
            minute={hours.resumeAtMinute}
            onChange={(resumeAtMinute) => onHours({ ...hours, resumeAtMinute })}
          />
        </>
      )}
    </span>
  );
}
