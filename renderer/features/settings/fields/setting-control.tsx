import { InputNumber, Segmented, Switch } from 'antd';
import type { ComponentType } from 'react';
import { z } from 'zod';
import type { QuietHours } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { SettingField, SettingInput } from '../../../../shared/domain/settings/declaring/declaration.ts';
import type { QuietRange } from '../../../../shared/domain/team/quiet-hours.ts';
import { DatesInput, WeekdaysInput } from './days-input.tsx';
import { DurationInput } from './duration-input.tsx';
import { MinutePicker } from './minute-picker.tsx';
import { QuietHoursInput } from './quiet-hours-input.tsx';
import { WordsInput } from './words-input.tsx';

type Bounds = { readonly min: number; readonly max: number };

/** The bounds that the schema has; the page names no bound a second time. */
export function boundsOf(schema: unknown): Bounds {
  const inner: unknown = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodNumber)) return { min: 0, max: Number.MAX_SAFE_INTEGER };
  return { min: inner.minValue ?? 0, max: inner.maxValue ?? Number.MAX_SAFE_INTEGER };
}

type ControlProps = {
  readonly id: string;
  readonly field: SettingField;
  readonly bounds: Bounds;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
};

/** How a number is typed: how many of the unit make one that is shown, and the sign behind it. */
function unitOf({ input }: SettingField): {
  readonly scale: number;
  readonly digits: number;
  readonly sign: string;
} {
  if (input.kind === 'money') return { scale: 100, digits: 2, sign: '元' };
  return { scale: 1, digits: 0, sign: input.kind === 'count' ? input.unit : '%' };
}

function NumberControl({ id, field, bounds, value, onValue }: ControlProps) {
  const { scale, digits, sign } = unitOf(field);
  return (
    <InputNumber<number>
      id={id}
      aria-label={field.label}
      className={scale === 1 ? 'settings-count' : 'settings-money'}
      min={bounds.min / scale}
      max={bounds.max / scale}
      precision={digits}
      suffix={sign}
      value={Number(value) / scale}
      onChange={(shown) => onValue(shown === null ? bounds.min : Math.round(shown * scale))}
    />
  );
}

function ChoiceControl({ field: { label, input }, value, onValue }: ControlProps) {
  const labels = input.kind === 'choice' ? input.labels : {};
  return (
    <Segmented<string>
      aria-label={label}
      options={Object.entries(labels).map(([option, words]) => ({ value: option, label: words }))}
      value={String(value)}
      onChange={onValue}
    />
  );
}

/** A control by each kind of input: one that is missing does not compile. */
const CONTROLS: Readonly<Record<SettingInput['kind'], ComponentType<ControlProps>>> = {
  flag: ({ id, field, value, onValue }) => (
    <Switch id={id} aria-label={field.label} checked={value === true} onChange={onValue} />
  ),
  duration: ({ field, bounds, value, onValue }) => (
    <DurationInput label={field.label} leastMs={bounds.min} valueMs={Number(value)} onChange={onValue} />
  ),
  'minute-of-day': ({ id, field, value, onValue }) => (
    <MinutePicker id={id} label={field.label} minute={Number(value)} onChange={onValue} />
  ),
  'quiet-hours': ({ field, value, onValue }) => (
    // Quiet hours are declared of quiet hours only: the test over all domains holds it.
    <QuietHoursInput label={field.label} hours={value as QuietRange | QuietHours} onHours={onValue} />
  ),
  weekdays: ({ field, value, onValue }) => (
    <WeekdaysInput label={field.label} weekdays={value} onWeekdays={onValue} />
  ),
  dates: ({ id, field, value, onValue }) => (
    <DatesInput id={id} label={field.label} dates={value} onDates={onValue} />
  ),
  words: ({ id, field, value, onValue }) => (
    <WordsInput id={id} label={field.label} words={value} onWords={onValue} />
  ),
  choice: ChoiceControl,
  count: NumberControl,
  money: NumberControl,
  percent: NumberControl,
  own: () => null,
};

function ValueControl(props: ControlProps) {
  const Control = CONTROLS[props.field.input.kind];
  return <Control {...props} />;
}

/** Draws the value of a setting by its kind. Where it may be off, a switch stands before it. */
export function SettingControl(props: ControlProps) {
  const { id, field, value, onValue } = props;
  if (!('whenOn' in field.input)) return <ValueControl {...props} />;
  const { whenOn } = field.input;
  return (
    <>
      <Switch
        id={id}
        aria-label={field.label}
        checked={value !== null}
        onChange={(isOn) => onValue(isOn ? whenOn : null)}
      />
      {value !== null && <ValueControl {...props} id={`${id}-value`} />}
    </>
  );
}
