import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import type { AgentId, CaseId, ShopId } from '../../shared/domain/ids.ts';
import { advance, type CaseEvent, stepFacts } from '../../shared/domain/shared-parts/case/advance.ts';
import {
  AfterSalesCase,
  type CaseStep,
  isClosed,
  SATISFACTION_LABELS,
} from '../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { CaseFields } from '../../shared/domain/shared-parts/case/case-field-values.ts';
import {
  fieldsProblem,
  requiredFields,
  saidFields,
  tidyFields,
} from '../../shared/domain/shared-parts/case/case-fields.ts';
import { graphProblems } from '../../shared/domain/shared-parts/case/graph-problems.ts';
import type { CaseKindSpec } from '../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import type { Evidence } from '../../shared/domain/shared-parts/evidence.ts';
import { type SubjectRef, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../shared/domain/tasks/task.ts';
import { type Agents, requireAgent } from '../../shared/domain/team/require-team.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { BusinessHours } from '../../shared/time/business-hours.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Stroke } from '../kernel/activities/act.ts';
import type { FactsOf } from './case-facts.ts';

type Dependencies = {
  readonly act: Act;
  readonly kinds: Readonly<Record<string, CaseKindSpec>>;
  readonly cases: {
    newId(nowMs: EpochMs): CaseId;
    get(id: CaseId): AfterSalesCase | undefined;
    save(one: AfterSalesCase): void;
    addStep(entry: CaseStep): void;
  };
  readonly agents: Agents;
  readonly evidence: { listOf(subject: SubjectRef): Evidence[] };
  /** When the shop works; `null`: it is no shop's. */
  readonly hoursOf: (id: ShopId | null) => BusinessHours;
  readonly factsOf: FactsOf;
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => TaskPlace;
};

export type NewCase = Pick<
  AfterSalesCase,
  'kind' | 'title' | 'detail' | 'priority' | 'channel' | 'links' | 'ownerId'
> & {
  /** Those that the subjects tell by themselves may be left out. */
  readonly fields?: CaseFields | undefined;
  readonly dueAtMs?: EpochMs | undefined;
};

type Link = { readonly subject: SubjectRef; readonly isAbout: boolean };

/** A step as the agent asks for it; main adds by itself which evidence there is. */
export type CaseRequest =
  | Exclude<CaseEvent, { readonly kind: 'close' }>
  | Omit<CaseEvent & { readonly kind: 'close' }, 'evidence'>;

const ACTIVITY_OF = {
  advance: 'after-sales-moved',
  wait: 'after-sales-moved',
  resume: 'after-sales-moved',
  tell: 'after-sales-moved',
  close: 'after-sales-closed',
  reopen: 'after-sales-reopened',
} as const satisfies Record<CaseEvent['kind'], ActivityKind>;

const MESSAGE_OF = {
  advance: '已转到下一步',
  wait: '已记录等待，到时提醒跟进',
  resume: '已记录答复',
  tell: '已记录：已告知客户',
  close: '已关闭事务',
  reopen: '已重新打开事务',
} as const satisfies Record<CaseEvent['kind'], string>;

const ofCase = (id: CaseId) => ({ kind: 'case', id }) as const satisfies SubjectRef;

export type Cases = ReturnType<typeof createCases>;

/** The actions of agents on cases of any kind, each in one transaction with its activity. */
export function createCases({
  act,
  kinds,
  cases,
  agents,
  evidence,
  hoursOf,
  factsOf,
  placeOf,
}: Dependencies) {
  for (const [kind, spec] of Object.entries(kinds)) {
    const [problem] = graphProblems(spec);
    if (problem !== undefined) throw new Error(`The steps of the case kind ${kind} are unsound: ${problem}`);
  }

  function specOf(kind: string): CaseKindSpec {
    const spec = ownValue(kinds, kind);
    if (!spec) throw new AppError('invalid-input', '没有这种售后类型');
    return spec;
  }

  function existing(id: CaseId): AfterSalesCase {
    const found = cases.get(id);
    if (!found) throw new AppError('not-found', '该事务已不存在');
    return found;
  }

  function edit(
    after: AfterSalesCase,
    said: Pick<Stroke, 'kind' | 'data' | 'message'>,
    entry?: CaseStep,
  ): Stroke {
    return {
      ...said,
      subject: ofCase(after.id),
      rows: [{ table: 'cases', id: after.id }],
      write() {
        cases.save(AfterSalesCase.parse(after));
        if (entry) cases.addStep(entry);
      },
    };
  }

  function evidenceOf({ id, links }: AfterSalesCase): ReadonlySet<string> {
    return new Set([ofCase(id), ...links].flatMap((ref) => evidence.listOf(ref).map(({ kind }) => kind)));
  }

  function eventOf(before: AfterSalesCase, request: CaseRequest): CaseEvent {
    if (request.kind === 'close') return { ...request, evidence: evidenceOf(before) };
    if (request.kind !== 'advance') return request;
    // Fields that are not named stay as they are.
    if (Object.keys(request.fields ?? {}).length === 0) return { ...request, fields: before.fields };
    return { ...request, fields: editedFields(before, { ...before.fields, ...request.fields }) };
  }

  /** Completed by what follows from them, and held to the kind. */
  function checkedFields(
    spec: CaseKindSpec,
    { fields, links }: Pick<AfterSalesCase, 'fields' | 'links'>,
  ): CaseFields {
    const facts = factsOf(links);
    const tidy = tidyFields(fields);
    const whole = spec.derive?.(tidy, facts) ?? tidy;
    const problem = fieldsProblem(spec, whole, requiredFields(spec)) ?? spec.problem?.(whole, facts) ?? null;
    if (problem !== null) throw new AppError('invalid-input', problem);
    return whole;
  }

  function editedFields(before: AfterSalesCase, fields: CaseFields): CaseFields {
    const spec = specOf(before.kind);
    const facts = factsOf(before.links);
    const said = saidFields(spec, { before: before.fields, given: tidyFields(fields), facts });
    return checkedFields(spec, { ...before, fields: said });
  }

  /** An edit that moves no step. */
  function change(id: CaseId, actor: Actor, work: (before: AfterSalesCase) => Stroke): Recorded {
    return act(actor, () => {
      const before = existing(id);
      if (isClosed(before)) throw new AppError('conflict', '该事务已关闭，请先重新打开');
      return work({ ...before, updatedAtMs: actor.nowMs });
    });
  }

  return {
    /** The fields that the subjects tell by themselves, and a warning for an agent who is about to open such a case. */
    prefill(
      kind: string,
      { links, fields }: Pick<AfterSalesCase, 'links' | 'fields'>,
      { nowMs }: Pick<Actor, 'nowMs'>,
    ) {
      const spec = specOf(kind);
      const facts = factsOf(links);
      const known = { ...spec.prefill?.(facts, nowMs), ...tidyFields(fields) };
      const whole = spec.derive?.(known, facts) ?? known;
      return { fields: whole, warning: spec.warning?.(whole, facts) ?? null };
    },

    open(request: NewCase, actor: Actor): Recorded & { readonly id: CaseId } {
      const { agentId, nowMs } = actor;
      const id = cases.newId(nowMs);
      const recorded = act(actor, () => {
        const { dueAtMs, fields: asked = {}, ...facts } = request;
        const spec = specOf(request.kind);
        const first = spec.steps[spec.first];
        if (!first) throw new Error(`The kind of case ${request.kind} has no step ${spec.first}`);
        if (request.ownerId !== null) requireAgent(agents, request.ownerId);
        const places = request.links.map(placeOf);
        const known = spec.prefill?.(factsOf(request.links), nowMs) ?? {};
        const fields = checkedFields(spec, { ...request, fields: { ...known, ...asked } });
        const shopId = places.find((place) => place.shopId !== null)?.shopId ?? null;
        const after: AfterSalesCase = {
          ...facts,
          fields,
          ...stepFacts(first, { nowMs, hours: hoursOf(shopId) }, { dueAtMs, fields }),
          // A page may name a subject twice; the case is about it once.
          links: [...new Map(request.links.map((link) => [subjectKey(link), link])).values()],
          id,
          shopId,
          step: spec.first,
          toldAtMs: null,
          openedById: agentId,
          openedAtMs: nowMs,
          updatedAtMs: nowMs,
        };
        const said = { text: request.detail, waitingOn: null, dueAtMs: after.stepDueAtMs, outcome: null };
        const entry = {
          ...said,
          caseId: id,
          event: 'opened',
          step: spec.first,
          atMs: nowMs,
          agentId,
        } as const;
        return edit(
          after,
          { kind: 'after-sales-opened', data: { text: request.title }, message: '已登记事务' },
          entry,
        );
      });
      return { ...recorded, id };
    },

    /** Moves the case on, lets it wait, closes or reopens it, as the steps of its kind allow. */
    advance: (id: CaseId, request: CaseRequest, actor: Actor): Recorded =>
      act(actor, () => {
        const before = existing(id);
        const spec = specOf(before.kind);
        const hours = hoursOf(before.shopId);
        const moved = advance(before, eventOf(before, request), { ...actor, spec, hours });
        if (moved.kind === 'refused') throw new AppError('conflict', moved.reason);
        const { after, entry } = moved;
        const said = { text: entry.text, outcome: outcomeOf(after, spec) };
        const kind = ACTIVITY_OF[request.kind];
        return edit(after, { kind, data: given(said), message: MESSAGE_OF[request.kind] }, entry);
      }),

    /** Replaces what is known of the case. */
    setFields: (id: CaseId, fields: CaseFields, actor: Actor): Recorded =>
      change(id, actor, (before) => {
        const after = { ...before, fields: editedFields(before, fields) };
        return edit(after, { kind: 'after-sales-edited', message: '已修改事务' });
      }),

    assign: (id: CaseId, ownerId: AgentId | null, actor: Actor): Recorded =>
      change(id, actor, (before) => {
        if (ownerId !== null) requireAgent(agents, ownerId);
        return edit(
          { ...before, ownerId },
          {
            kind: 'after-sales-assigned',
            data: given({ toAgentId: ownerId }),
            message: '已转交事务',
          },
        );
      }),

    /** Names another subject that the case is about, or takes one of several away. */
    link: (id: CaseId, { subject, isAbout }: Link, actor: Actor): Recorded =>
      change(id, actor, (before) => {
        if (isAbout) placeOf(subject);
        const others = before.links.filter((ref) => subjectKey(ref) !== subjectKey(subject));
        const links = isAbout ? [...others, subject] : others;
        if (links.length === 0) throw new AppError('invalid-input', '事务至少关联一个对象');
        return edit({ ...before, links }, { kind: 'after-sales-linked', message: '已修改关联' });
      }),
  };
}

/** Names the step that the case is at, or how the customer took its end. */
function outcomeOf({ state, step }: AfterSalesCase, spec: CaseKindSpec): string {
  return state.kind === 'closed'
    ? `${state.closing.cause}，${SATISFACTION_LABELS[state.closing.satisfaction]}`
    : (ownValue(spec.steps, step)?.label ?? step);
}
