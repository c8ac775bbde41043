import { isMasked } from '../../../shared/domain/order.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import type { AnyField, AnyFields, MergePolicy } from '../kinds/field.ts';
import type { Changes, Extra } from './merge-extra.ts';

type Values = Readonly<Record<string, unknown>>;

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
  /** The row describes a part of the record, so what it says of the whole yields to what is known. */
  readonly isPartOnly?: boolean;
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
    'of-part': has('of-part'),
    apart: has('apart'),
  };
}

/** Merges later rows into the fields of one kind of record, by their policies. */
export function createMergeFields(fields: AnyFields) {
  const rules = Object.entries(fields).map(([field, descriptor]) => ruleOf(field, descriptor));
  const merged = rules.filter(({ apart }) => !apart);
  const stages = rules.filter(({ stage }) => stage).map(({ field }) => field);
  const nothingKnown: Values = Object.fromEntries(rules.map(({ field }) => [field, null]));

  return {
    /** Every field, with nothing in it. */
    nothingKnown,

    /** Adds to `changes` what the row brings. */
    addChanges(known: Values, said: Values, { mode, changes }: MergeInto): void {
      for (const rule of merged) {
        const { field } = rule;
        const after = said[field];
        if (after === undefined) continue;
        const before = known[field] ?? null;
        if (after !== before && isTaken(rule, { before, after, mode })) changes[field] = [before, after];
      }
    },

    /** The row comes from an older export: it does not show a stage that is known to be reached. */
    lacksStage: (known: Values, said: Values): boolean =>
      stages.some((field) => said[field] !== undefined && !said[field] && Boolean(known[field])),
  };
}

type MergeInto = { readonly mode: MergeMode; readonly changes: Record<string, [unknown, unknown]> };

type Candidate = { readonly before: unknown; readonly after: unknown; readonly mode: MergeMode };

function isTaken(rule: Rule, candidate: Candidate): boolean {
  const { before, after, mode } = candidate;
  if (after === null || before === null) {
    return rule['emptied-by-agents'] ? isEmptyingTaken(candidate) : after !== null;
  }
  if (rule['coarser-time'] && isCoarser(after, before)) return false;
  if (rule.unmask && isHidden(before) !== isHidden(after)) return isHidden(before);
  return mode.overwrites && !isOfPartOnly(rule, mode);
}

function isOfPartOnly(rule: Rule, { isPartOnly = false }: MergeMode): boolean {
  return isPartOnly && rule['of-part'];
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

export function withChanges<State extends Values>(known: State, changes: Changes): State {
  const after: Record<string, unknown> = { ...known };
  for (const field in changes) after[field] = changes[field]?.[1];
  // Every changed field got a value of its own type.
  return after as State;
}
