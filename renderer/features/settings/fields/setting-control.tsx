import { InputNumber, Segmented, Switch } from 'antd';
import { z } from 'zod';
import type { QuietHours } from '../../../../shared/domain/chase-settings.ts';
import type { QuietRange } from '../../../../shared/domain/quiet-hours.ts';
import type { SettingField } from '../../../../shared/domain/settings/declaration.ts';
import { assertNever } from '../../../../shared/errors.ts';
import { DurationInput } from './duration-input.tsx';
import { MinutePicker } from './minute-picker.tsx';
import { QuietHoursInput } from './quiet-hours-input.tsx';

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
      className={scale === 1 ? 'settings-amount' : 'settings-money'}
      min={bounds.min / scale}
      max={bounds.max / scale}
      precision={digits}
      suffix={sign}
      value={Number(value) / scale}
      onChange={(shown) => onValue(shown === null ? bounds.min : Math.round(shown * scale))}
    />
  );
}

function ValueControl(props: ControlProps) {
  const { id, field, bounds, value, onValue } = props;
  const { label, input } = field;
  switch (input.kind) {
    case 'flag':
      return <Switch id={id} aria-label={label} checked={value === true} onChange={onValue} />;
    case 'duration':
      return <DurationInput label={label} leastMs={bounds.min} valueMs={Number(value)} onChange={onValue} />;
    case 'minute-of-day':
      return <MinutePicker id={id} label={label} minute={Number(value)} onChange={onValue} />;
    case 'quiet-hours':
      // Quiet hours are declared of quiet hours only: the test over all domains holds it.
      return <QuietHoursInput label={label} hours={value as QuietRange | QuietHours} onHours={onValue} />;
    case 'choice':
      return (
        <Segmented<string>
          aria-label={label}
          options={Object.entries(input.labels).map(([option, words]) => ({ value: option, label: words }))}
          value={String(value)}
          onChange={onValue}
        />
      );
    case 'own':
      return null;
    case 'count':
    case 'money':
    case 'percent':
      return <NumberControl {...props} />;
    default:
      return assertNever(input);
  }
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
