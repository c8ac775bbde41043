import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import type { DurationUnit } from './duration-parts.ts';
import { DURATION_UNIT_LABELS, DURATION_UNITS, durationParts } from './duration-parts.ts';

const options = Object.entries(DURATION_UNIT_LABELS).map(([value, label]) => ({ value, label }));

type DurationInputProps = {
  readonly label: string;
  readonly valueMs: number;
  readonly leastMs?: number;
  readonly onChange: (durationMs: number) => void;
};

/** A length of time as a number and its unit. */
export function DurationInput({ label, valueMs, leastMs = 1, onChange }: DurationInputProps) {
  const [chosenUnit, setChosenUnit] = useState(() => durationParts(valueMs).unit);
  // 60 minutes stay 60 minutes under the hand that types them, unless the value no longer fits the unit.
  const unit = valueMs % DURATION_UNITS[chosenUnit] === 0 ? chosenUnit : durationParts(valueMs).unit;
  const amount = Math.round(valueMs / DURATION_UNITS[unit]);
  const least = Math.ceil(leastMs / DURATION_UNITS[unit]);
  return (
    <Space.Compact>
      <InputNumber<number>
        className="settings-amount"
        aria-label={label}
        min={least}
        max={9999}
        precision={0}
        value={amount}
        onChange={(value) => onChange((value ?? least) * DURATION_UNITS[unit])}
      />
      <Select<string>
        className="settings-unit"
        aria-label={`${label}的单位`}
        options={options}
        value={unit}
        onChange={(value) => {
          // The options are the units.
          const next = value as DurationUnit;
          setChosenUnit(next);
          onChange(amount * DURATION_UNITS[next]);
        }}
      />
    </Space.Compact>
  );
}
