import type { ContactAttempt } from '../../../shared/domain/shared-parts/contact-attempt.ts';
import { type Deadline, deadlineKindSpec, endOfKind } from '../../../shared/domain/shared-parts/deadline.ts';
import type { RecurringDuty } from '../../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import type {
  CommonRule,
  CommonSubject,
  OwnDeadline,
  OwnDuty,
} from '../../../shared/domain/subjects/common-subject.ts';
import { asSubject, type SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import type { Claim, ClaimKind } from '../../../shared/domain/tasks/claim.ts';
import type { ClaimSpec } from '../../../shared/domain/tasks/claim-kinds/claim-spec.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { countTurns } from '../../../shared/time/periods.ts';
import type { Plan, SubjectModule } from './subject-module.ts';

type Dependencies = {
  readonly rules: readonly CommonRule[];
  readonly duties: Readonly<Record<string, RecurringDuty>>;
  readonly attempts: { lastOf(kind: SubjectKind, ids: readonly string[]): ContactAttempt[] };
  readonly specOf: (kind: ClaimKind) => ClaimSpec;
  readonly claims: { listOf(kind: SubjectKind, ids: readonly string[]): Claim[] };
  readonly deadlines: { listOf(kind: SubjectKind, ids: readonly string[]): Deadline[] };
  readonly turns: {
    missedFrom(kind: SubjectKind, ids: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, EpochMs>>;
  };
};

/** Adds to a kind of subject the rules that hold for every kind; one without rules of its own has these. */
export type WithCommonRules = (module: SubjectModule) => SubjectModule;

export function createCommonRules(dependencies: Dependencies): WithCommonRules {
  const { rules, duties, attempts, specOf, claims, deadlines, turns } = dependencies;

  function dutiesOf(kind: SubjectKind, ids: readonly string[], nowMs: EpochMs): (id: string) => OwnDuty[] {
    const own = Object.entries(duties).filter(([, { over }]) => over === kind);
    if (own.length === 0) return () => [];
    const missedFrom = turns.missedFrom(kind, ids);
    return (id) =>
      own.map(([key, duty]) => {
        const fromMs = missedFrom.get(id)?.get(key);
        // A turn that went by while the program was closed has no task, so the schedule is counted and not the tasks.
        const missed = fromMs === undefined ? 0 : countTurns(duty.schedule, fromMs, nowMs);
        return { ...duty, key, missed };
      });
  }

  function deadlinesOf(stored: readonly Deadline[], ends: Plan['ends']): OwnDeadline[] {
    const kinds = new Set<string>([...stored, ...ends].map(({ kind }) => kind));
    return [...kinds].flatMap((kind) => {
      const [time, spec] = [endOfKind(kind, stored, ends), deadlineKindSpec(kind)];
      return time && spec ? [{ kind, time, spec }] : [];
    });
  }

  function load(kind: SubjectKind, plans: readonly Plan[], nowMs: EpochMs): CommonSubject[] {
    const ids = plans.map(({ id }) => id);
    const lastAttempts = attempts.lastOf(kind, ids);
    const attemptOf = new Map<string, ContactAttempt>(
      lastAttempts.map((attempt) => [attempt.subject.id, attempt]),
    );
    const claimsOf = Map.groupBy(claims.listOf(kind, ids), (claim): string => claim.subject.id);
    const timesOf = Map.groupBy(deadlines.listOf(kind, ids), (deadline): string => deadline.subject.id);
    const ownDuties = dutiesOf(kind, ids, nowMs);
    return plans.map(({ id, ends }) => ({
      ref: asSubject(kind, id),
      attempt: attemptOf.get(id) ?? null,
      claims: (claimsOf.get(id) ?? []).map((claim) => ({ claim, spec: specOf(claim.kind) })),
      deadlines: deadlinesOf(timesOf.get(id) ?? [], ends),
      duties: ownDuties(id),
    }));
  }

  const added = (plan: Plan, subject: CommonSubject, nowMs: EpochMs): Plan => ({
    ...plan,
    isLive: plan.isLive || rules.some((rule) => rule.concerns(subject)),
    wanted: [...plan.wanted, ...rules.flatMap((rule) => rule.find(subject, nowMs))],
    settled: new Map([
      ...plan.settled,
      ...rules.map((rule) => [rule.kind, rule.settledBy(subject)] as const),
    ]),
  });

  return (module) => {
    const { kind, placesOf } = module;
    const ruled = module.ruled ?? {
      ruledKinds: [],
      listToRefresh: (changed) => changed.filter((ref) => ref.kind === kind).map(({ id }) => id),
      listLive: () => [],
      setLive: () => undefined,
      endsOf: () => new Map(),
      listEnding: () => [],
      plan: (ids): Plan[] => [...placesOf(ids)].map(([id, place]) => ({ ...place, ...UNRULED, id })),
    };
    return {
      ...module,
      ruled: {
        ...ruled,
        ruledKinds: [...ruled.ruledKinds, ...rules.map((rule) => rule.kind)],
        plan(ids, nowMs) {
          const plans = ruled.plan(ids, nowMs);
          const subjects = load(kind, plans, nowMs);
          return plans.flatMap((plan, index) => {
            const subject = subjects[index];
            return subject ? [added(plan, subject, nowMs)] : [];
          });
        },
      },
    };
  };
}

const UNRULED = { isLive: false, endsAtMs: null, wanted: [], settled: new Map(), ends: [] };
