import './case-fields.css';
import { Input, InputNumber, Radio } from 'antd';
import type { CaseFields, CaseFieldValue } from '../../../shared/domain/shared-parts/case/case-fields.ts';
import type { CaseField } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { MomentField } from '../forms/moment-field.tsx';

type InputProps = {
  readonly field: CaseField;
  readonly value: CaseFieldValue | undefined;
  readonly onValue: (value: CaseFieldValue | undefined) => void;
};

const YES_NO = { yes: '是', no: '否' } as const;

function Choice({
  label,
  labels,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Radio.Group
      size="small"
      optionType="button"
      aria-label={label}
      value={value}
      options={Object.entries(labels).map(([key, text]) => ({ value: key, label: text }))}
      onChange={(event) => onChoose(String(event.target.value))}
    />
  );
}

function FieldInput({ field: { label, input }, value, onValue }: InputProps) {
  const text = typeof value === 'string' ? value : '';
  const onText = (typed: string) => onValue(typed === '' ? undefined : typed);
  switch (input.kind) {
    case 'choice':
      return <Choice label={label} labels={input.labels} value={text || null} onChoose={onValue} />;
    case 'yes-no':
      return (
        <Choice
          label={label}
          labels={YES_NO}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChoose={(chosen) => onValue(chosen === 'yes')}
        />
      );
    case 'money':
      return (
        <InputNumber<number>
          aria-label={label}
          size="small"
          min={0}
          precision={2}
          prefix="¥"
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(yuan) => onValue(yuan === null ? undefined : Math.round(yuan * 100))}
        />
      );
    case 'moment':
      return (
        <MomentField
          label={label}
          value={typeof value === 'number' ? value : null}
          onChange={(atMs) => onValue(atMs ?? undefined)}
        />
      );
    case 'long-text':
      return (
        <Input.TextArea
          aria-label={label}
          rows={2}
          maxLength={500}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          size="small"
          maxLength={500}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      );
  }
}

type Props = {
  readonly declared: Readonly<Record<string, CaseField>>;
  /** These of them, in this order; all where it is left out. */
  readonly keys?: readonly string[];
  readonly values: CaseFields;
  readonly onValues: (values: CaseFields) => void;
};

/** The fields of a kind of case, drawn from its declaration. */
export function CaseFieldInputs({ declared, keys = Object.keys(declared), values, onValues }: Props) {
  return keys.map((key) => {
    const field = declared[key];
    if (!field) return null;
    return (
      <div key={key} className="case-field">
        <span className="case-field-label" aria-hidden="true">
          {field.label}
          {field.isRequired === true && <span className="case-field-required">*</span>}
        </span>
        <div className="case-field-input">
          <FieldInput
            field={field}
            value={values[key]}
            onValue={(value) => {
              const { [key]: _, ...others } = values;
              onValues(value === undefined ? others : { ...others, [key]: value });
            }}
          />
          {field.hint !== undefined && <p className="muted">{field.hint}</p>}
        </div>
      </div>
    );
  });
}
