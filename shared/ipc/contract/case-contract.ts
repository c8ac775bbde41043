import { z } from 'zod';
import { AgentId, CaseId, OrderId, ShopId } from '../../domain/ids.ts';
import { OrderStatus } from '../../domain/orders/order.ts';
import {
  AfterSalesCase,
  CaseClosing,
  CasePriority,
  CaseStateKind,
  WaitingOn,
} from '../../domain/shared-parts/case/after-sales-case.ts';
import { CaseFields } from '../../domain/shared-parts/case/case-field-values.ts';
import { CaseKind } from '../../domain/shared-parts/case/case-kind.ts';
import { SubjectRef } from '../../domain/subjects/subject.ts';
import { Task } from '../../domain/tasks/task.ts';
import { Moment } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { wordsOrNone } from './note.ts';
import { EXPORT_FORMATS } from './program/report-contract.ts';
import { Recorded } from './task-contract.ts';

const text = z.string().nullable();
const dueAtMs = Moment.optional();

/** An agent acts on a case; main knows itself which evidence is there. */
const CaseRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('advance'),
    to: z.string().min(1).max(40),
    outcome: wordsOrNone(200),
    text: wordsOrNone(500),
    fields: CaseFields.default({}),
    dueAtMs,
  }),
  z.object({ kind: z.literal('wait'), on: WaitingOn, nextCheckAtMs: Moment, text: wordsOrNone(500) }),
  z.object({ kind: z.literal('resume'), text: wordsOrNone(500), dueAtMs }),
  z.object({ kind: z.literal('tell'), text: wordsOrNone(500) }),
  z.object({
    kind: z.literal('close'),
    closing: CaseClosing,
    waitingReason: wordsOrNone(200),
    text: wordsOrNone(500),
  }),
  z.object({ kind: z.literal('reopen'), text: wordsOrNone(500), dueAtMs }),
]);

const Links = z.array(SubjectRef).min(1).max(20);

export const CaseFilter = z.object({
  isClosed: z.boolean(),
  kind: CaseKind.nullable(),
  waitingOn: WaitingOn.nullable(),
  shopId: ShopId.nullable(),
  /** Only those of the agent who asks. */
  isOwn: z.boolean(),
  /** Any part of title, detail, order number or customer. */
  text: z.string().trim().max(100),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

/** One line of the list of cases. */
export const CaseRow = z.object({
  id: CaseId,
  kind: z.string(),
  /** Both in Chinese. */
  kindLabel: z.string(),
  stepLabel: z.string(),
  /** Tells it from others of its kind: 地址送不到, 待收运费 ¥8.00. */
  about: text,
  step: z.string(),
  title: z.string(),
  priority: CasePriority,
  state: CaseStateKind,
  waitingOn: WaitingOn.nullable(),
  /** When somebody has to look at it; `null`: it is closed. */
  nextAtMs: z.int().nullable(),
  closedAtMs: z.int().nullable(),
  cause: text,
  orderId: OrderId.nullable(),
  orderNo: text,
  customer: text,
  amountFen: z.int(),
  ownerName: text,
  shopName: text,
});
export type CaseRow = z.infer<typeof CaseRow>;

const CaseOrder = z.object({
  id: OrderId,
  no: z.string(),
  customerNick: text,
  itemTitle: text,
  /** The number to call. */
  phone: text,
  status: OrderStatus,
  /** Paid, else to be paid. */
  amountFen: z.int().nullable(),
  carrier: text,
  trackingNo: text,
});

/** All that the panel of a case shows. */
export const CaseDetail = z.object({
  openCase: AfterSalesCase,
  order: CaseOrder.nullable(),
  shopName: text,
  ownerName: text,
  /** The words of this step for the customer, warehouse or courier, filled in. */
  words: text,
  /** The next step that the fields speak for. */
  suggested: text,
  /** The news that an import has brought of it. */
  news: text,
  warning: text,
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const caseContract = {
  'cases.open': {
    input: z.object({
      kind: CaseKind,
      title: z.string().trim().min(1).max(120),
      detail: wordsOrNone(2000),
      priority: CasePriority.default('normal'),
      /** 旺旺, 电话, 平台工单 … */
      channel: z.string().trim().min(1).max(20),
      fields: CaseFields.default({}),
      links: Links,
      ownerId: AgentId.nullable().default(null),
      dueAtMs,
    }),
    output: Recorded.extend({ id: CaseId }),
  },
  /** The fields that the subjects tell by themselves, and a warning to read before opening it. */
  'cases.prefill': {
    input: z.object({ kind: CaseKind, links: Links, fields: CaseFields }),
    output: z.object({ fields: CaseFields, warning: text }),
  },
  'cases.advance': { input: z.object({ id: CaseId, request: CaseRequest }), output: Recorded },
  'cases.edit': { input: z.object({ id: CaseId, fields: CaseFields }), output: Recorded },
  'cases.assign': { input: z.object({ id: CaseId, ownerId: AgentId.nullable() }), output: Recorded },
  /** Names another subject that the case is about, or takes one of several away. */
  'cases.link': {
    input: z.object({ id: CaseId, subject: SubjectRef, isAbout: z.boolean() }),
    output: Recorded,
  },
  'cases.detail': { input: z.object({ id: CaseId }), output: CaseDetail },
  'cases.page': {
    input: CaseFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(CaseRow), total: z.int() }),
  },
  'cases.export': {
    input: CaseFilter.extend({ format: z.enum(EXPORT_FORMATS) }),
    /** The path; `null` when the agent thinks better of it. */
    output: text,
  },
} as const satisfies Record<string, Endpoint>;
