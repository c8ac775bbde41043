import { SUBJECT_KINDS } from '../../shared/domain/subjects/subject.ts';
import { CLAIM_KINDS, type ClaimKind, claimSpec } from '../../shared/domain/tasks/claim.ts';
import { TASK_KINDS, taskKindSpec } from '../../shared/domain/tasks/task.ts';
import type { RecordKind } from '../imports/kinds/record-kind.ts';
import type { SubjectModule } from '../kernel/subjects/subject-module.ts';
import { SUBJECT_DOMAINS } from './subjects/index.ts';

type Lists = { readonly modules: readonly SubjectModule[]; readonly recordKinds: readonly RecordKind[] };

/**
 * A duty stands in several lists. The program does not start where one of them lacks its line and the compiler cannot
 * see it, because such a duty would do nothing, without a word.
 */
export function refuseForgotten(lists: Lists): void {
  for (const find of [forgottenSubjects, forgottenTasks, unjudgedClaims]) {
    for (const problem of find(lists)) throw new Error(problem);
  }
}

function* forgottenTasks({ modules }: Lists): Generator<string> {
  const ruledKinds = new Set(modules.flatMap(({ ruled }) => ruled?.ruledKinds ?? []));
  for (const kind of ruledKinds) {
    if (!TASK_KINDS.includes(kind))
      yield `The task ${kind} has no line in shared/domain/tasks/task-kinds/index.ts`;
  }
  for (const kind of TASK_KINDS) {
    const isMade = taskKindSpec(kind).isMadeByHand || ruledKinds.has(kind);
    if (!isMade)
      yield `No rule makes the task ${kind}: its rule has no line in electron/rules/<subject>/index.ts`;
  }
}

function* forgottenSubjects({ modules, recordKinds }: Lists): Generator<string> {
  for (const kind of SUBJECT_KINDS) {
    if (!(kind in SUBJECT_DOMAINS))
      yield `The subject ${kind} has no line in electron/joins/subjects/index.ts`;
  }
  const kinds = new Set(modules.map(({ kind }) => kind));
  for (const kind of kinds) {
    if (!SUBJECT_KINDS.includes(kind))
      yield `The subject ${kind} has no line in shared/domain/subjects/subject-kinds.ts`;
  }
  for (const { reading, subjectKind } of recordKinds) {
    if (subjectKind !== null && !kinds.has(subjectKind))
      yield `Imports of ${reading.name} are about the subject ${subjectKind}, whose domain in electron/joins/subjects has no module`;
  }
}

function* unjudgedClaims({ recordKinds }: Lists): Generator<string> {
  for (const kind of CLAIM_KINDS) yield* unjudged(kind, recordKinds);
}

/** An import judges a claim by the records that it shows, and only by columns that their files have. */
function* unjudged(kind: ClaimKind, recordKinds: readonly RecordKind[]): Generator<string> {
  const { about, needs } = claimSpec(kind);
  const shown = recordKinds.filter(({ subjectKind }) => subjectKind === about);
  if (shown.length === 0)
    yield `No import shows the subject ${about} of the claim ${kind}: no domain in electron/joins/subjects has its records`;
  const unread = needs.find((field) => !shown.some(({ reading }) => field in reading.fieldLabels));
  if (unread !== undefined)
    yield `No import of ${about} reads the field ${unread}, on which the claim ${kind} rests`;
}
