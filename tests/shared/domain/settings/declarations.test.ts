import { describe, expect, it } from 'vitest';
import { QuietHours } from '../../../../shared/domain/chasing/chase-settings.ts';
import {
  describeSource,
  type SettingInput,
} from '../../../../shared/domain/settings/declaring/declaration.ts';
import {
  completeSettings,
  DECLARATIONS,
  findDeclaration,
} from '../../../../shared/domain/settings/settings-of.ts';

const FIELDS = DECLARATIONS.flatMap((declaration) =>
  Object.entries(declaration.fields).map(([name, field]) => ({
    name: `${declaration.key}.${name}`,
    field,
    value: Object.entries(declaration.defaults).find(([key]) => key === name)?.[1],
  })),
);

const isWhole = (value: unknown) => Number.isInteger(value);
const areQuietHours = (value: unknown) =>
  QuietHours.partial({ resumeAtMinute: true }).strict().safeParse(value).success;

const LISTS: ReadonlySet<string> = new Set(['dates', 'words']);

/** Whether the input can show the value; one that it cannot show it would overwrite. */
function canShow(input: SettingInput, value: unknown): boolean {
  if (value === null) return 'whenOn' in input;
  if (input.kind === 'flag') return typeof value === 'boolean';
  if (input.kind === 'weekdays') return Array.isArray(value) && value.every((day) => isWhole(day));
  if (LISTS.has(input.kind)) return Array.isArray(value);
  if (input.kind === 'choice') return typeof value === 'string' && value in input.labels;
  if (input.kind === 'quiet-hours') return areQuietHours(value);
  return input.kind === 'own' || isWhole(value);
}

describe('what a domain declares of its settings', () => {
  it.each(DECLARATIONS)('has defaults that its own schema lets through: $key', ({ schema, defaults }) => {
    expect(schema.parse(defaults)).toEqual(defaults);
  });

  it.each(DECLARATIONS)(
    'names every field of the schema, and no other: $key',
    ({ schema, fields, defaults }) => {
      expect(Object.keys(fields).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
      expect(Object.keys(defaults).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
    },
  );

  it('has one key each', () => {
    const keys = DECLARATIONS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const declaration of DECLARATIONS) expect(findDeclaration(declaration.key)).toBe(declaration);
  });

  it.each(FIELDS)('has an input that can show the default: $name', ({ field: { input }, value }) => {
    expect(input.kind === 'own' || canShow(input, value)).toBe(true);
    expect('whenOn' in input ? canShow(input, input.whenOn) : true).toBe(true);
  });

  it.each(FIELDS)('says in Chinese what it is and where the default comes from: $name', ({ field }) => {
    const isForeign = ['law', 'platform', 'practice'].includes(field.source.kind);
    expect(`${field.label}${field.hint ?? ''}`).toMatch(/\p{Script=Han}/u);
    expect(describeSource(field).endsWith('核实')).toBe(isForeign);
    expect(field.checkedOn ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('stored settings', () => {
  it.each(DECLARATIONS)('of any shape give values that the schema lets through: $key', (declaration) => {
    const fields = Object.keys(declaration.fields);
    const odd = [null, 1, 'text', [], {}, Object.fromEntries(fields.map((field) => [field, 'odd']))];
    for (const stored of odd)
      expect(declaration.schema.safeParse(completeSettings(declaration, stored)).success).toBe(true);
  });
});
