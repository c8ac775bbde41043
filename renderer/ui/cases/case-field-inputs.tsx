import './case-fields.css';
import { Input, InputNumber, Radio } from 'antd';
import type {
  CaseFields,
  CaseFieldValue,
} from '../../../shared/domain/shared-parts/case/case-field-values.ts';
import { requiredFields } from '../../../shared/domain/shared-parts/case/case-fields.ts';
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

function YesNoInput({ field: { label }, value, onValue }: InputProps) {
  const chosen = value === true ? 'yes' : value === false ? 'no' : null;
  return <Choice label={label} labels={YES_NO} value={chosen} onChoose={(key) => onValue(key === 'yes')} />;
}

function MoneyInput({ field: { label }, value, onValue }: InputProps) {
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
}

function MomentInput({ field: { label }, value, onValue }: InputProps) {
  const atMs = typeof value === 'number' ? value : null;
  return <MomentField label={label} value={atMs} onChange={(next) => onValue(next ?? undefined)} />;
}

function WordsInput({ field: { label, input }, value, onValue }: InputProps) {
  const props = {
    'aria-label': label,
    maxLength: 500,
    value: typeof value === 'string' ? value : '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onValue(target.value === '' ? undefined : target.value),
  };
  return input.kind === 'long-text' ? (
    <Input.TextArea {...props} rows={2} />
  ) : (
    <Input {...props} size="small" />
  );
}

const INPUTS = {
  'yes-no': YesNoInput,
  money: MoneyInput,
  moment: MomentInput,
  text: WordsInput,
  'long-text': WordsInput,
} as const;

function FieldInput(props: InputProps) {
  const { field, value, onValue } = props;
  const { input } = field;
  if (input.kind !== 'choice') {
    const Drawn = INPUTS[input.kind];
    return <Drawn {...props} />;
  }
  const chosen = typeof value === 'string' ? value : null;
  return <Choice label={field.label} labels={input.labels} value={chosen} onChoose={onValue} />;
}

type Props = {
  readonly declared: Readonly<Record<string, CaseField>>;
  /** These of them, in this order; all where it is left out. */
  readonly keys?: readonly string[];
  /** Those without which the form goes nowhere; as the kind says where it is left out. */
  readonly needs?: readonly string[];
  readonly values: CaseFields;
  readonly onValues: (values: CaseFields) => void;
};

/** The fields of a kind of case, drawn from its declaration. */
export function CaseFieldInputs({
  declared,
  keys = Object.keys(declared),
  needs = requiredFields({ fields: declared }),
  values,
  onValues,
}: Props) {
  return keys.map((key) => {
    const field = declared[key];
    if (!field) return null;
    return (
      <div key={key} className="case-field">
        <span className="case-field-label" aria-hidden="true">
          {field.label}
          {needs.includes(key) && <span className="case-field-required">*</span>}
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
