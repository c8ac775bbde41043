import { activityBy } from '../../../shared/domain/activities/acting.ts';
import type { Activity, NewActivity } from '../../../shared/domain/activities/activity.ts';
import { fieldsChanged } from '../../../shared/domain/activities/row-change.ts';
import type { ImportRunId } from '../../../shared/domain/ids.ts';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import type { Claim, ClaimKind } from '../../../shared/domain/tasks/claim.ts';
import type { ClaimSpec, Verdict } from '../../../shared/domain/tasks/claim-kinds/claim-spec.ts';
import { CLOCK_CORRECTION_MS, type EpochMs } from '../../../shared/time/clock.ts';

/** A row of an import: what was stored of its subject before, and what is stored now. */
export type ShownRow = {
  readonly subject: SubjectRef;
  readonly before: unknown;
  readonly after: unknown;
  /** The fields of the row; a field is absent where the file has no column for it. Left out: the file has them all. */
  readonly shown?: object;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
  /** When the platform wrote the file, where that is known. */
  readonly writtenAtMs?: EpochMs;
};

type Dependencies = {
  readonly specOf: (kind: ClaimKind) => ClaimSpec;
  readonly claims: { listOpen(): Claim[]; save(claim: Claim): void };
  readonly activities: { append(activity: NewActivity): Activity };
};

/**
 * X4: holds what agents have claimed against what an import shows. An import calls it for every row whose subject was
 * known, changed or not, after the subject was written and before the tasks are refreshed, in the same transaction. It
 * says whether any claim was settled.
 */
export type JudgeClaims = (row: ShownRow) => boolean;

export function createJudgeClaims({ specOf, claims, activities }: Dependencies): JudgeClaims {
  // An import shows a million rows, and few of them have a claim, so the open ones are read once for each import.
  let read: { readonly runId: ImportRunId; readonly open: Map<string, Claim[]> } | undefined;

  function openOf(runId: ImportRunId, subject: SubjectRef): readonly Claim[] {
    if (read?.runId !== runId) {
      read = { runId, open: Map.groupBy(claims.listOpen(), (claim) => subjectKey(claim.subject)) };
    }
    return read.open.size === 0 ? [] : (read.open.get(subjectKey(subject)) ?? []);
  }

  function conclude(claim: Claim, verdict: 'proved' | 'refuted', { importRunId, atMs }: ShownRow): void {
    claims.save({ ...claim, state: verdict, judgedByRun: importRunId, judgedAtMs: atMs });
    const spec = specOf(claim.kind);
    const judged = fieldsChanged(
      { table: 'claims', id: claim.id },
      { state: [claim.state, verdict], judgedByRun: [null, importRunId], judgedAtMs: [null, atMs] },
    );
    activities.append({
      ...activityBy({ agentId: null, nowMs: atMs }, claim.subject),
      kind: verdict === 'proved' ? spec.onProved : spec.onRefuted,
      importRunId,
      data: { text: spec.label, changes: [judged] },
    });
  }

  return (row) => {
    const open = openOf(row.importRunId, row.subject);
    if (open.length === 0) return false;
    const left = open.filter((claim) => {
      const verdict = verdictOn(claim, row, specOf(claim.kind));
      if (verdict !== 'open') conclude(claim, verdict, row);
      return verdict === 'open';
    });
    read?.open.set(subjectKey(row.subject), left);
    return left.length < open.length;
  };
}

/** Judges the claim by the row. Not every "no" counts: the file must know the field, and be newer than the claim. */
export function verdictOn(claim: Claim, row: ShownRow, spec: ClaimSpec): Verdict {
  const { before, after, shown, atMs, writtenAtMs = atMs } = row;
  const has = (field: string) => shown === undefined || field in shown;
  const verdict = spec.judge({ before, after, has }, claim);
  if (verdict !== 'refuted') return verdict;
  const isKnown = spec.needs.every(has);
  // A claim of a time that is still to come was made while the clock was wrong; no file would be newer for all that time.
  const isOfWrongTime = claim.claimedAtMs > atMs + CLOCK_CORRECTION_MS;
  // A clock dates no file later than its import.
  const isNewer = isOfWrongTime || claim.claimedAtMs + spec.graceMs < Math.min(writtenAtMs, atMs);
  return isKnown && isNewer ? 'refuted' : 'open';
}
