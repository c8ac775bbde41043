import { isMasked } from '../../../shared/domain/orders/order.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import type { AnyField, MergePolicy } from '../kinds/field.ts';
import { type Changes, EXTRA, type Extra, mergeExtra, newExtra } from './merge-extra.ts';

/** The fields of a record of any kind. */
export type Values = Readonly<Record<string, unknown>>;

/** The fields of a row. A field is absent where the file has no such column, and `null` where the cell is empty. */
export type Said<F> = { readonly fields: Readonly<Partial<F>>; readonly extra: Extra };

/** The part of a record that an import can know, as it is stored. */
export type Known<F> = F & { readonly extra: Extra };

export type Merge<State> =
  | { readonly kind: 'new'; readonly after: State }
  | { readonly kind: 'changed'; readonly after: State; readonly changes: Changes }
  | { readonly kind: 'unchanged' };

export type MergeMode = {
  /** `false`: the row only fills gaps. */
  readonly overwrites: boolean;
  /** The file has shown this record in an earlier row, so this one only adds to it. */
  readonly isRepeat?: boolean;
};

type Rule = { readonly field: string } & { readonly [P in MergePolicy]: boolean };

function ruleOf(field: string, { merge = [] }: AnyField): Rule {
  const has = (policy: MergePolicy) => merge.includes(policy);
  return {
    field,
    'emptied-by-agents': has('emptied-by-agents'),
    unmask: has('unmask'),
    'coarser-time': has('coarser-time'),
    stage: has('stage'),
    apart: has('apart'),
  };
}

type Merging = {
  readonly mode: MergeMode;
  /** Changes that the kind has found by rules of its own. */
  readonly changes?: Changes;
};

const UNCHANGED = { kind: 'unchanged' } as const;

/** Merges the rows of a file into one kind of record, by the policies of its fields. */
export function createMerging<F extends Values>(fields: { readonly [K in keyof F]-?: AnyField }) {
  const rules = Object.entries<AnyField>(fields).map(([field, descriptor]) => ruleOf(field, descriptor));
  const merged = rules.filter(({ apart }) => !apart);
  const stages = rules.filter(({ stage }) => stage).map(({ field }) => field);
  const nothingKnown = Object.fromEntries(rules.map(({ field }) => [field, null]));

  return {
    /** The row is the first of its record; the kind adds facts of its own. */
    begin<Own extends Values>({ fields: said, extra }: Said<F>, own: Own): Known<F> & Own {
      // The table has a descriptor for every field.
      return { ...nothingKnown, ...said, ...own, extra: newExtra(extra) } as unknown as Known<F> & Own;
    },

    /** The record is known: an absent field keeps its value, a filled one replaces it where the mode allows. */
    merge<State extends Known<F>>(
      known: State,
      said: Said<F>,
      { mode, changes: own }: Merging,
    ): Merge<State> {
      const changes: Record<string, readonly [unknown, unknown]> = { ...own };
      for (const rule of merged) {
        const { field } = rule;
        const after = said.fields[field];
        if (after === undefined) continue;
        const before = known[field] ?? null;
        if (after !== before && isTaken(rule, { before, after, mode })) changes[field] = [before, after];
      }
      const extra = mergeExtra(known.extra, said.extra, !mode.overwrites);
      if (extra !== known.extra) changes[EXTRA] = [known.extra, extra];
      if (Object.keys(changes).length === 0) return UNCHANGED;
      return { kind: 'changed', after: withChanges(known, changes), changes };
    },

    /** The row comes from an older export: it does not show a stage that is known to be reached. */
    lacksStage: (known: Values, said: Values): boolean =>
      stages.some((field) => said[field] !== undefined && !said[field] && Boolean(known[field])),
  };
}

type Candidate = { readonly before: unknown; readonly after: unknown; readonly mode: MergeMode };

function isTaken(rule: Rule, candidate: Candidate): boolean {
  const { before, after, mode } = candidate;
  if (after === null || before === null) {
    return rule['emptied-by-agents'] ? isEmptyingTaken(candidate) : after !== null;
  }
  if (rule['coarser-time'] && isCoarser(after, before)) return false;
  if (rule.unmask && isHidden(before) !== isHidden(after)) return isHidden(before);
  return mode.overwrites;
}

/** A repeated row may not fill what the first one has emptied, or the same file would change it every time. */
function isEmptyingTaken({ after, mode: { overwrites, isRepeat = false } }: Candidate): boolean {
  return after === null ? overwrites && !isRepeat : overwrites || !isRepeat;
}

/** Q11: the same time without its seconds, as Excel saves it. */
function isCoarser(after: unknown, before: unknown): boolean {
  if (typeof after !== 'number' || typeof before !== 'number') return false;
  return after % MINUTE === 0 && before > after && before - after < MINUTE;
}

function isHidden(value: unknown): boolean {
  return typeof value === 'string' && isMasked(value);
}

function withChanges<State extends Values>(known: State, changes: Changes): State {
  const after: Record<string, unknown> = { ...known };
  for (const field in changes) after[field] = changes[field]?.[1];
  // Every changed field got a value of its own type.
  return after as State;
}
