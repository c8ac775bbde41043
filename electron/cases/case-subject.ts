import type { CaseId, ShopId } from '../../shared/domain/ids.ts';
import {
  type AfterSalesCase,
  CASE_PRIORITY_LABELS,
  CASE_STATE_LABELS,
  WAITING_ON_LABELS,
} from '../../shared/domain/shared-parts/case/after-sales-case.ts';
import {
  type CaseRule,
  type CaseSubject,
  caseStepText,
} from '../../shared/domain/shared-parts/case/case-subject.ts';
import type { CaseKindSpec } from '../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { idIn, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../shared/domain/tasks/task.ts';
import { ownValue } from '../../shared/own-value.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';
import { type FactsOf, orderIdIn } from './case-facts.ts';

type Dependencies = {
  readonly rules: readonly CaseRule[];
  readonly kinds: Readonly<Record<string, CaseKindSpec>>;
  readonly factsOf: FactsOf;
  readonly cases: {
    load(ids: readonly string[]): AfterSalesCase[];
    listOpenAbout(orderIds: readonly string[]): CaseId[];
    listOpenBeside(orderIds: readonly string[], kinds: readonly string[]): CaseId[];
    listLive(shopId: ShopId): CaseId[];
    setLive(ids: readonly string[], isLive: boolean): void;
    find(text: string, atMost: number): CaseId[];
  };
};

/** A case among the subjects: how its rules get it, and what the rest of the program says of it. */
export function createCaseSubject({ rules, kinds, cases, factsOf }: Dependencies): SubjectModule {
  const load = (ids: readonly string[]): CaseSubject[] =>
    cases.load(ids).map((openCase) => ({
      openCase,
      spec: ownValue(kinds, openCase.kind) ?? null,
      facts: factsOf(openCase.links),
    }));

  const lookingBeside = Object.keys(kinds).filter((kind) => kinds[kind]?.looksAtOtherOrders === true);

  return defineSubject({
    kind: 'case',
    rules,
    load,
    idOf: ({ openCase }) => openCase.id,
    placeOf: ({ openCase }) => placeOf(openCase),
    listToRefresh(changed) {
      const orderIds = changed.flatMap((ref) => idIn(ref, 'order') ?? []);
      return [
        ...new Set([
          ...changed.flatMap((ref) => idIn(ref, 'case') ?? []),
          ...cases.listOpenAbout(orderIds),
          ...cases.listOpenBeside(orderIds, lookingBeside),
        ]),
      ];
    },
    listLive: cases.listLive,
    setLive: cases.setLive,
    summarise: (ids) =>
      load(ids).map((subject) => ({
        ref: { kind: 'case', id: subject.openCase.id },
        title: subject.openCase.title,
        customerNick: subject.facts.order?.customerNick ?? null,
        detail: caseStepText(subject),
        status: stateText(subject.openCase),
        orderId: orderIdIn(subject.openCase.links),
      })),
    placesOf: (ids) => new Map(cases.load(ids).map((openCase) => [openCase.id, placeOf(openCase)])),
    words: (ids) =>
      new Map(
        cases
          .load(ids)
          .map(({ id, title, detail }) => [
            id,
            { starts: [], parts: detail === null ? [title] : [title, detail] },
          ]),
      ),
    wordTables: ['cases'],
    find: cases.find,
  });
}

/** A case about an order is one card with it. */
function placeOf(openCase: AfterSalesCase): TaskPlace {
  const { id, shopId } = openCase;
  return { shopId, matter: orderIdIn(openCase.links) ?? subjectKey({ kind: 'case', id }) };
}

function stateText({ state, priority }: AfterSalesCase): string {
  const text =
    state.kind === 'waiting' ? `等待${WAITING_ON_LABELS[state.on]}` : CASE_STATE_LABELS[state.kind];
  return priority === 'normal' ? text : `${CASE_PRIORITY_LABELS[priority]} · ${text}`;
}
