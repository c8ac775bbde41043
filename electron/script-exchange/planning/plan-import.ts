import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import {
  type ImportChoice,
  type ImportChoices,
  type ImportVerdict,
  SCRIPT_FIELD_LABELS,
} from '../../../shared/domain/scripts/script-file.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { checkRow } from '../reading/check-row.ts';
import {
  differences,
  merged,
  namesOf,
  newScript,
  type PlannedScript,
  replaced,
} from '../reading/said-fields.ts';
import type { NamedScope, ReadRow, RowFault, ScriptRow } from '../reading/script-row.ts';
import { createPlannedLibrary, type Entry, type PlannedLibrary } from './planned-library.ts';

export type ImportContext = {
  readonly library: { readonly scripts: readonly Script[]; readonly groups: readonly ScriptGroup[] };
  /** When a file last brought or changed the script. */
  readonly importedAtMs: (id: ScriptId) => EpochMs | undefined;
  /** The scope of the new scripts; `null`: as the file says, and for all where it says nothing. */
  readonly target: ScriptScope | null;
  /** `undefined`: no shop and no agent has that name. */
  readonly scopeOf: (named: NamedScope) => ScriptScope | undefined;
  readonly mayEdit: (scope: ScriptScope) => boolean;
  readonly choices: ImportChoices;
};

export type PlannedRow = {
  readonly row: number;
  readonly verdict: ImportVerdict;
  readonly reason: string;
  readonly fault: RowFault | null;
  readonly notes: readonly string[];
  readonly choice: ImportChoice | null;
  /** The row as a script of its own. */
  readonly theirs: PlannedScript;
  /** The script that has the code so far. */
  readonly ours: Entry | null;
  /** The script that will be written, and the entry that it goes into; `null`: nothing is written. */
  readonly after: PlannedScript | null;
  readonly into: Entry | null;
};

type Meeting = Pick<PlannedRow, 'verdict' | 'reason' | 'ours'>;

/** Plans the rows one after the other; nothing is written. */
export function* planImport(rows: Iterable<ReadRow>, context: ImportContext): Generator<PlannedRow> {
  const library = createPlannedLibrary(context.library);
  for (const read of rows) {
    const planned = planRow(checkRow(read), library, context);
    if (planned.after !== null) {
      const { into, after, row } = planned;
      library.keep({ script: into?.script ?? null, row: into ? into.row : row, said: after });
    }
    yield planned;
  }
}

function planRow(read: ReadRow, library: PlannedLibrary, context: ImportContext): PlannedRow {
  const scope = scopeOf(read.script, context);
  const fault = read.fault ?? faultOfScope(read.script, scope, context);
  if (fault !== null || scope === undefined) return refused(read, fault);
  const { script, notes } = read;
  const coded = codeFor(script, scope, library);
  const theirs = newScript(script, coded.code, scope);
  const meeting = meet(theirs, script, { library, context });
  const choice = choiceFor(meeting, script.row, context.choices);
  return {
    row: script.row,
    fault: null,
    // If the script is there already, the agent need not know how the row was made fit.
    notes: meeting.verdict === 'same' ? [] : [...notes, ...coded.notes],
    theirs,
    choice,
    ...meeting,
    ...outcome(meeting, { choice, theirs, script, library }),
  };
}

function refused({ script, notes }: ReadRow, fault: RowFault | null): PlannedRow {
  return {
    row: script.row,
    verdict: 'invalid',
    reason: fault?.reason ?? '',
    fault,
    notes,
    choice: null,
    theirs: newScript(script, script.code, { kind: 'all' }),
    ours: null,
    after: null,
    into: null,
  };
}

/** A script without a code is known again by its words. */
function codeFor({ code, parts }: ScriptRow, scope: ScriptScope, library: PlannedLibrary) {
  if (code !== '') return { code, notes: [] };
  const twin = library.withText(scope, parts);
  if (twin) return { code: twin.said.code, notes: [] };
  const own = library.ownCode(scope);
  return { code: own, notes: [`没有编码，编为 ${own}`] };
}

function scopeOf({ scope }: ScriptRow, { target, scopeOf: named }: ImportContext): ScriptScope | undefined {
  if (target !== null) return target;
  return scope === undefined ? { kind: 'all' } : named(scope);
}

function faultOfScope(
  { scope: named }: ScriptRow,
  scope: ScriptScope | undefined,
  { mayEdit }: ImportContext,
): RowFault | null {
  const column = SCRIPT_FIELD_LABELS.scope;
  const value = named && named.kind !== 'all' ? named.name : '';
  if (scope === undefined) {
    return {
      column,
      value,
      reason: named?.kind === 'shop' ? `没有店铺「${value}」` : `没有客服「${value}」`,
    };
  }
  return mayEdit(scope) ? null : { column, value, reason: '没有权限修改这一范围的话术' };
}

type Surroundings = { readonly library: PlannedLibrary; readonly context: ImportContext };

/** Which script of the library the row is, and what that makes of it. */
function meet(theirs: PlannedScript, script: ScriptRow, { library, context }: Surroundings): Meeting {
  const ours = library.withCode(theirs.scope, theirs.code) ?? null;
  if (ours === null) {
    const returns = library.archivedTwin(theirs);
    return returns
      ? { verdict: 'new', reason: '恢复已归档的同一条', ours: returns }
      : { verdict: 'new', reason: '', ours };
  }
  const changed = differences(ours.said, replaced(ours.said, script));
  if (changed.length === 0)
    return { verdict: 'same', reason: ours.row === null ? '' : `与第 ${ours.row} 行相同`, ours };
  for (const copy of library.copiesOf(theirs.scope, theirs.code)) {
    if (differences(copy.said, replaced(copy.said, script)).length === 0)
      return { verdict: 'same', reason: `已有同样的一条，编码 ${copy.said.code}`, ours: copy };
  }
  return { ...judge(ours, changed, context), ours };
}

function judge(
  ours: Entry,
  changed: ReturnType<typeof differences>,
  { importedAtMs }: ImportContext,
): Pick<Meeting, 'verdict' | 'reason'> {
  const names = namesOf(changed);
  if (ours.row !== null) return { verdict: 'conflict', reason: `编码与第 ${ours.row} 行相同，${names}不同` };
  const importedMs = ours.script === null ? undefined : importedAtMs(ours.script.id);
  const isUntouched = importedMs !== undefined && importedMs === ours.script?.updatedAtMs;
  if (isUntouched) return { verdict: 'changed', reason: `文件中的${names}与上次导入的不同` };
  if (!changed.includes('title') && !changed.includes('content'))
    return { verdict: 'changed', reason: `${names}与本库不同` };
  return importedMs === undefined
    ? { verdict: 'conflict', reason: `编码已用于「${ours.said.title}」，${names}不同` }
    : { verdict: 'conflict', reason: `上次导入后本库改过，${names}不同` };
}

function choiceFor({ verdict }: Meeting, row: number, choices: ImportChoices): ImportChoice | null {
  const own = choices.byRow[row.toString()];
  switch (verdict) {
    case 'new':
      return own === 'skip' ? 'skip' : null;
    case 'changed':
      return own ?? choices.changed;
    case 'conflict':
      return own ?? choices.conflict;
    case 'same':
    case 'invalid':
      return null;
    default:
      return assertNever(verdict);
  }
}

type Deciding = {
  readonly choice: ImportChoice | null;
  readonly theirs: PlannedScript;
  readonly script: ScriptRow;
  readonly library: PlannedLibrary;
};
type Outcome = Pick<PlannedRow, 'after' | 'into'>;
const NOTHING: Outcome = { after: null, into: null };

function outcome({ verdict, ours }: Meeting, { choice, theirs, script, library }: Deciding): Outcome {
  if (verdict === 'same' || verdict === 'invalid' || choice === 'skip') return NOTHING;
  if (verdict === 'new' || ours === null) return { after: theirs, into: ours };
  if (choice === 'both') {
    return { after: { ...theirs, code: library.freeCodeBeside(theirs.scope, theirs.code) }, into: null };
  }
  const after = choice === 'merge' ? merged(ours.said, script) : replaced(ours.said, script);
  return differences(ours.said, after).length === 0 ? NOTHING : { after, into: ours };
}
