import type { z } from 'zod';
import { below, pick, type Random } from '../../bench/support/random.ts';
import type { Pools } from './pools.ts';

export type Making = {
  readonly random: Random;
  readonly pools: Pools;
  /** The kind of thing that an `id` names here: that of the channel, or of the object around it. */
  readonly noun: string;
  /** The name under which the value stands. */
  readonly key: string;
};

const TEXTS = [
  '好',
  '山间一壶茶',
  '包邮吗',
  'cf01',
  '{客户}，您好',
  '2026-06-10',
  '0',
  'a b',
  '亲亲亲',
  '=1+1',
];
/** Where a schema wants a date or a PIN. */
const FORMATTED = ['2026-06-10', '1234'];
const LONGEST = 6;
const MINUTE = 60_000;

/** The parts of a schema that payloads follow from. */
type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly getter?: () => z.ZodType;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
};
type Check = {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
};
type Bounds = { readonly least: number; readonly most: number };

// The types of zod tell each kind of schema apart; here all of them are looked at in one way.
const defOf = (schema: z.ZodType): Def => schema.def;
const checksOf = (schema: z.ZodType): Check[] => (defOf(schema).checks ?? []).map(({ _zod: { def } }) => def);

function boundsOf(schema: z.ZodType, { least, most }: Bounds): Bounds {
  const checks = checksOf(schema);
  const next = ({ value = 0, inclusive = true }: Check) => (inclusive ? value : value + 1);
  const leasts = checks.flatMap((one) => (one.check === 'greater_than' ? next(one) : (one.minimum ?? [])));
  const mosts = checks.flatMap(({ check, maximum, value = 0 }) =>
    check === 'less_than' ? value : (maximum ?? []),
  );
  return { least: Math.max(least, ...leasts), most: Math.min(most, ...mosts) };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`A schema without its ${what}`);
  return value;
}

/** Numbers are moments more often than anything else; a bound is a number that is easily forgotten. */
function numberFor(schema: z.ZodType, { random, pools }: Making): number {
  const { least, most } = boundsOf(schema, { least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER });
  const around = pools.nowMs + (below(random, 20_000) - 5000) * MINUTE;
  const wanted = pick(random, [0, 1, below(random, 100), below(random, 10_000), around, around, least, most]);
  return Math.min(most, Math.max(least, wanted));
}

function textFor(schema: z.ZodType, { random, pools, noun, key }: Making): string {
  const { most } = boundsOf(schema, { least: 0, most: 200 });
  const patterns = checksOf(schema).flatMap(({ pattern }) => pattern ?? []);
  const fitting = FORMATTED.find((text) => patterns.some((pattern) => pattern.test(text)));
  if (fitting !== undefined) return fitting;
  const known = pools.idsFor(key, noun);
  if (known.length > 0 && random() < 0.95) return pick(random, known);
  if (random() < 0.03) return '客'.repeat(most);
  return pick(random, TEXTS).slice(0, most);
}

function listFor(schema: z.ZodType, making: Making): unknown[] {
  const { least, most } = boundsOf(schema, { least: 0, most: LONGEST });
  const length = Math.max(least, below(making.random, most + 1));
  const element = required(defOf(schema).element, 'element');
  return Array.from({ length }, () => payloadOf(element, making));
}

function objectFor(schema: z.ZodType, making: Making): Record<string, unknown> {
  const { kind, ...shape } = required(defOf(schema).shape, 'shape');
  const ofKind = kind === undefined ? {} : { kind: payloadOf(kind, { ...making, key: 'kind' }) };
  // Of a subject, or of one of several requests: its id is that of such a thing.
  const noun = making.pools.idsFor('id', String(ofKind.kind)).length > 0 ? String(ofKind.kind) : making.noun;
  const others = Object.entries(shape).map(([key, inner]) => [
    key,
    payloadOf(inner, { ...making, noun, key }),
  ]);
  return { ...ofKind, ...Object.fromEntries(others) };
}

function recordFor(schema: z.ZodType, making: Making): Record<string, unknown> {
  const { keyType, valueType } = defOf(schema);
  const keys = Array.from({ length: below(making.random, 4) }, () =>
    String(payloadOf(required(keyType, 'keys'), making)),
  );
  return Object.fromEntries(keys.map((key) => [key, payloadOf(required(valueType, 'values'), making)]));
}

const bytesFor = ({ random, pools }: Making): Uint8Array =>
  random() < 0.5 ? pools.picture : new Uint8Array(below(random, 40));

type Maker = (schema: z.ZodType, making: Making) => unknown;

const inner: Maker = (schema, making) => payloadOf(required(defOf(schema).innerType, 'inner type'), making);
const innerOr =
  (other: unknown, share: number): Maker =>
  (schema, making) =>
    making.random() < share ? other : inner(schema, making);

/** A line for each kind of schema that the contract is made of; another one stops the run with its name. */
const MAKERS: Readonly<Record<string, Maker>> = {
  string: textFor,
  number: numberFor,
  boolean: (_schema, { random }) => random() < 0.5,
  undefined: () => undefined,
  null: () => null,
  unknown: (_schema, { random }) => pick<unknown>(random, [0, 1, '好', true, null, [], {}]),
  literal: (schema, { random }) => pick(random, defOf(schema).values ?? []),
  enum: (schema, { random }) => pick(random, Object.values(defOf(schema).entries ?? {})),
  nullable: innerOr(null, 0.3),
  optional: innerOr(undefined, 0.4),
  default: innerOr(undefined, 0.3),
  readonly: inner,
  pipe: (schema, making) => payloadOf(required(defOf(schema).in, 'input'), making),
  array: listFor,
  object: objectFor,
  record: recordFor,
  union: (schema, making) => payloadOf(pick(making.random, defOf(schema).options ?? []), making),
  lazy: (schema, making) => payloadOf(required(defOf(schema).getter, 'getter')(), making),
  custom: (_schema, making) => bytesFor(making),
};

/** A payload as the schema wants it, with ids of things that are there. */
export function payloadOf(schema: z.ZodType, making: Making): unknown {
  const { type } = defOf(schema);
  const make = MAKERS[type];
  if (!make) throw new Error(`No payloads are made for a schema of the type ${type}`);
  return make(schema, making);
}
