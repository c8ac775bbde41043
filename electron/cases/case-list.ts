import type { BatchItem, Party } from '../../shared/domain/batches/batch-item.ts';
import type { AgentId, CaseId, ShopId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { type Order, paidOrPayableFen } from '../../shared/domain/orders/order.ts';
import {
  type AfterSalesCase,
  CASE_PRIORITY_LABELS,
  CASE_STATE_LABELS,
  type CaseStep,
  WAITING_ON_LABELS,
  type WaitingOn,
} from '../../shared/domain/shared-parts/case/after-sales-case.ts';
import { fieldText } from '../../shared/domain/shared-parts/case/case-fields.ts';
import {
  amountOfCase,
  type CaseSubject,
  caseNews,
  stepLabel,
} from '../../shared/domain/shared-parts/case/case-subject.ts';
import { caseText } from '../../shared/domain/shared-parts/case/case-text.ts';
import type { CaseKindSpec } from '../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseDetail, CaseFilter, CaseRow } from '../../shared/ipc/contract/case-contract.ts';
import { ownValue } from '../../shared/own-value.ts';
import { formatBeijing, momentText } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ShortTable } from '../exports/table.ts';
import type { CaseFilter as StoredFilter } from '../store/cases/case-list-store.ts';
import type { FactsOf } from './case-facts.ts';

type Dependencies = {
  readonly kinds: Readonly<Record<string, CaseKindSpec>>;
  readonly cases: {
    load(ids: readonly string[]): AfterSalesCase[];
    stepsOf(id: CaseId): CaseStep[];
  };
  readonly caseLists: { list(filter: StoredFilter): CaseId[] };
  readonly factsOf: FactsOf;
  readonly agents: { get(id: AgentId): Agent | undefined };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly tasks: { listToDo(subject: SubjectRef): Task[] };
  readonly clock: Clock;
};

export type CaseList = ReturnType<typeof createCaseList>;

/** Everything that is said of cases: the list, one case whole, and the list as a file. */
export function createCaseList(dependencies: Dependencies) {
  const { kinds, cases, caseLists, factsOf, agents, shops, tasks, clock } = dependencies;
  const agentName = (id: AgentId | null) => (id === null ? null : (agents.get(id)?.name ?? null));

  const subjectOf = (openCase: AfterSalesCase): CaseSubject => ({
    openCase,
    spec: ownValue(kinds, openCase.kind) ?? null,
    facts: factsOf(openCase.links),
  });

  const shopName = (id: ShopId | null) => (id === null ? null : (shops.get(id)?.name ?? null));

  function rowOf(subject: CaseSubject): CaseRow {
    const { openCase, spec } = subject;
    const { id, kind, step, title, priority, ownerId, shopId } = openCase;
    return {
      id,
      kind,
      kindLabel: spec?.label ?? kind,
      step,
      stepLabel: stepLabel(subject),
      about: spec?.about?.(openCase.fields) ?? null,
      title,
      priority,
      ...stateFacts(openCase),
      ...orderFacts(subject),
      amountFen: amountOfCase(subject),
      ownerName: agentName(ownerId),
      shopName: shopName(shopId),
    };
  }

  const idsOf = ({ isOwn, ...filter }: CaseFilter, agentId: AgentId | null): CaseId[] =>
    caseLists.list({ ...filter, ownerId: isOwn ? agentId : null });

  /** In the order of the ids. */
  function subjectsOf(ids: readonly CaseId[]): CaseSubject[] {
    const loaded = new Map(cases.load(ids).map((one) => [one.id, one]));
    return ids.flatMap((id) => {
      const one = loaded.get(id);
      return one === undefined ? [] : [subjectOf(one)];
    });
  }
  const rowsOf = (ids: readonly CaseId[]): CaseRow[] => subjectsOf(ids).map(rowOf);

  /** Everything that is known of it, for a person who has the file alone. */
  function contentOf({ openCase: { fields }, spec }: CaseSubject): string {
    return Object.entries(spec?.fields ?? {})
      .flatMap(([key, field]) => {
        const value = ownValue(fields, key);
        return value === undefined
          ? []
          : [`${field.label}：${fieldText(field, value, { money: formatFen, moment: formatBeijing })}`];
      })
      .join('；');
  }

  /** The words that are copied in the step of the case for the customer, warehouse or courier. */
  function wordsOf({ openCase, spec, facts }: CaseSubject, agentId: AgentId | null): string | null {
    const text = spec && ownValue(spec.steps, openCase.step)?.text;
    if (!spec || text === undefined || text === null) return null;
    const nowMs = clock.now();
    return caseText(text, spec, {
      fields: openCase.fields,
      order: facts.order,
      shopName: shopName(openCase.shopId),
      agentName: agentName(agentId),
      moment: (atMs) => momentText(atMs, nowMs),
    });
  }

  /** The question to the party; `null`: the case waits for something to happen, and nobody is asked. */
  function questionOf(
    subject: CaseSubject,
    on: WaitingOn,
    agentId: AgentId | null,
  ): Pick<BatchItem, 'question' | 'state'> | null {
    const { openCase, spec } = subject;
    const isWaitedIn = spec !== null && ownValue(spec.steps, openCase.step)?.waitingOn === on;
    const words = isWaitedIn ? wordsOf(subject, agentId) : null;
    const last = cases.stepsOf(openCase.id).at(-1);
    // A wait that somebody wrote down by themselves: the party knows of it.
    if (last?.event === 'waited') return { question: last.text ?? words ?? openCase.title, state: 'sent' };
    return words === null ? null : { question: words, state: 'queued' };
  }

  function askedIn(subject: CaseSubject, agentId: AgentId | null): BatchItem | null {
    const { id, shopId, state } = subject.openCase;
    if (state.kind !== 'waiting') return null;
    const asked = questionOf(subject, state.on, agentId);
    if (asked === null) return null;
    const { orderNo, customer } = orderFacts(subject);
    return {
      id,
      shopId,
      shopName: shopName(shopId),
      orderNo,
      customer,
      ...sentWith(subject),
      ...asked,
      nextCheckAtMs: state.nextCheckAtMs,
    };
  }

  return {
    /** The questions of all cases that a party is to answer. */
    asked(party: Party, agentId: AgentId | null): BatchItem[] {
      const everyone = { kind: null, shopId: null, ownerId: null, text: '', isClosed: false };
      return subjectsOf(caseLists.list({ ...everyone, waitingOn: party }))
        .map((subject) => askedIn(subject, agentId))
        .filter((item) => item !== null);
    },

    page(filter: CaseFilter & { readonly offset: number; readonly limit: number }, agentId: AgentId | null) {
      const ids = idsOf(filter, agentId);
      return { rows: rowsOf(ids.slice(filter.offset, filter.offset + filter.limit)), total: ids.length };
    },

    detail(id: CaseId, agentId: AgentId | null): CaseDetail {
      const [openCase] = cases.load([id]);
      if (!openCase) throw new AppError('not-found', '该事务已不存在');
      const subject = subjectOf(openCase);
      const { spec, facts } = subject;
      return {
        openCase,
        order: orderShown(facts.order),
        shopName: shopName(openCase.shopId),
        ownerName: agentName(openCase.ownerId),
        words: wordsOf(subject, agentId),
        suggested: spec?.suggest?.(openCase, facts) ?? null,
        news: caseNews(subject),
        warning: spec?.warning?.(openCase.fields, facts) ?? null,
        tasks: tasks.listToDo(asSubject('case', id)),
        nowMs: clock.now(),
      };
    },

    row(id: CaseId): CaseRow {
      const [row] = rowsOf([id]);
      if (!row) throw new AppError('not-found', '该事务已不存在');
      return row;
    },

    /** The list as a file. */
    table(filter: CaseFilter, agentId: AgentId | null): ShortTable {
      return {
        name: '事务',
        columns: [
          { header: '类型', kind: 'text' },
          { header: '标题', kind: 'text' },
          { header: '紧急程度', kind: 'text' },
          { header: '状态', kind: 'text' },
          { header: '当前步骤', kind: 'text' },
          { header: '内容', kind: 'text' },
          { header: '等待方', kind: 'text' },
          { header: '下次跟进', kind: 'time' },
          { header: '订单编号', kind: 'text' },
          { header: '客户', kind: 'text' },
          { header: '涉及金额', kind: 'money' },
          { header: '负责人', kind: 'text' },
          { header: '店铺', kind: 'text' },
          { header: '原因', kind: 'text' },
          { header: '关闭时间', kind: 'time' },
        ],
        rows: subjectsOf(idsOf(filter, agentId)).map((subject) => {
          const row = rowOf(subject);
          return [
            row.kindLabel,
            row.title,
            CASE_PRIORITY_LABELS[row.priority],
            CASE_STATE_LABELS[row.state],
            row.stepLabel,
            contentOf(subject),
            row.waitingOn === null ? null : WAITING_ON_LABELS[row.waitingOn],
            row.nextAtMs,
            row.orderNo,
            row.customer,
            row.amountFen,
            row.ownerName,
            row.shopName,
            row.cause,
            row.closedAtMs,
          ];
        }),
      };
    },
  };
}

function stateFacts({
  state,
  stepDueAtMs,
}: AfterSalesCase): Pick<CaseRow, 'state' | 'waitingOn' | 'nextAtMs' | 'closedAtMs' | 'cause'> {
  const facts = { state: state.kind, waitingOn: null, nextAtMs: stepDueAtMs, closedAtMs: null, cause: null };
  if (state.kind === 'waiting') return { ...facts, waitingOn: state.on, nextAtMs: state.nextCheckAtMs };
  if (state.kind !== 'closed') return facts;
  return { ...facts, closedAtMs: state.closedAtMs, cause: state.closing.cause };
}

function orderFacts({ facts: { order } }: CaseSubject): Pick<CaseRow, 'orderId' | 'orderNo' | 'customer'> {
  if (order === null) return { orderId: null, orderNo: null, customer: null };
  return { orderId: order.id, orderNo: order.no, customer: order.customerNick };
}

const sentWith = ({ facts: { order } }: CaseSubject): Pick<BatchItem, 'carrier' | 'trackingNo'> => ({
  carrier: order?.carrier ?? null,
  trackingNo: order?.trackingNo ?? null,
});

function orderShown(order: Order | null): CaseDetail['order'] {
  if (order === null) return null;
  const { id, no, customerNick, itemTitle, status, carrier, trackingNo } = order;
  const phone = order.receiverMobile ?? order.receiverPhone;
  const amountFen = paidOrPayableFen(order);
  return { id, no, customerNick, itemTitle, phone, status, amountFen, carrier, trackingNo };
}
