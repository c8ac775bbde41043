import { assertNever } from '../../../errors.ts';
import { ownValue } from '../../../own-value.ts';
import { Moment } from '../../../time/moment.ts';
import type { CaseFields, CaseFieldValue } from './case-field-values.ts';
import type { CaseFacts, CaseField, CaseKindSpec } from './kinds/case-kind-spec.ts';

const WRONG = {
  text: '须为文字',
  'long-text': '须为文字',
  money: '须为不小于 0 的金额',
  moment: '须为日期和时间',
  'yes-no': '须为是或否',
  choice: '不在可选项中',
} as const satisfies Record<CaseField['input']['kind'], string>;

function fits(input: CaseField['input'], value: CaseFieldValue): boolean {
  switch (input.kind) {
    case 'text':
    case 'long-text':
      return typeof value === 'string';
    case 'money':
      return typeof value === 'number' && value >= 0;
    case 'moment':
      return Moment.safeParse(value).success;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(input.labels, value);
    default:
      return assertNever(input);
  }
}

/** Blank words say nothing. */
export const tidyFields = (fields: CaseFields): CaseFields =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== ''),
  );

/** Why these cannot be the fields of such a case, in the agent's words; `null`: they can. */
export function fieldsProblem(
  { fields: declared }: Pick<CaseKindSpec, 'fields'>,
  given: CaseFields,
  required: readonly string[],
): string | null {
  for (const [key, value] of Object.entries(given)) {
    const field = ownValue(declared, key);
    if (field === undefined) return `没有名为「${key}」的项目，可填：${Object.keys(declared).join('、')}`;
    if (!fits(field.input, value)) return `「${field.label}」${WRONG[field.input.kind]}${choicesOf(field)}`;
  }
  const missing = required.filter((key) => !Object.hasOwn(given, key));
  if (missing.length === 0) return null;
  return `请填写${missing.map((key) => `「${ownValue(declared, key)?.label ?? key}」`).join('')}`;
}

const choicesOf = ({ input }: CaseField): string =>
  input.kind === 'choice' ? `：${Object.values(input.labels).join('、')}` : '';

/**
 * The fields that an agent has said, of those that a form gives back: a value that followed from others, and that nobody
 * has touched since, follows anew.
 */
export function saidFields(
  { derive }: Pick<CaseKindSpec, 'derive'>,
  {
    before,
    given,
    facts,
  }: { readonly before: CaseFields; readonly given: CaseFields; readonly facts: CaseFacts },
): CaseFields {
  const followed = (key: string): boolean => {
    const { [key]: value, ...others } = before;
    return value !== undefined && value === given[key] && derive?.(others, facts)[key] === value;
  };
  return Object.fromEntries(Object.entries(given).filter(([key]) => !followed(key)));
}

/** The fields that a case of the kind is not opened without. */
export const requiredFields = ({ fields }: Pick<CaseKindSpec, 'fields'>): string[] =>
  Object.entries(fields).flatMap(([key, { isRequired }]) => (isRequired === true ? [key] : []));

/** The fields that an agent is asked for on opening it. */
export const openingFields = ({ fields }: Pick<CaseKindSpec, 'fields'>): string[] =>
  Object.entries(fields).flatMap(([key, { isLater }]) => (isLater === true ? [] : [key]));

type Formats = {
  readonly money: (fen: number) => string;
  readonly moment: (atMs: number) => string;
};

/** The value of a field as a person reads it. */
export function fieldText({ input }: CaseField, value: CaseFieldValue, formats: Formats): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return input.kind === 'money' ? formats.money(value) : formats.moment(value);
  return input.kind === 'choice' ? (ownValue(input.labels, value) ?? value) : value;
}
