import { z } from 'zod';
import { AgentId, CaseId, ShopId } from '../../ids.ts';
import { SubjectRef } from '../../subjects/subject.ts';
import { CaseFields } from './case-field-values.ts';

export const WAITING_ON = [
  'customer',
  'warehouse',
  'courier',
  'lead',
  'platform',
  'finance',
  'operations',
  'product',
  'owner',
] as const;
export const WaitingOn = z.enum(WAITING_ON);
export type WaitingOn = z.infer<typeof WaitingOn>;

export const WAITING_ON_LABELS = {
  customer: '客户',
  warehouse: '仓库',
  courier: '快递',
  lead: '主管',
  platform: '平台',
  finance: '财务',
  operations: '运营',
  product: '商品',
  owner: '负责人',
} as const satisfies Record<WaitingOn, string>;

export const CasePriority = z.enum(['normal', 'urgent', 'critical']);
export type CasePriority = z.infer<typeof CasePriority>;
export const CASE_PRIORITY_LABELS = {
  normal: '普通',
  urgent: '紧急',
  critical: '特急',
} as const satisfies Record<CasePriority, string>;

export const Satisfaction = z.enum(['satisfied', 'neutral', 'dissatisfied', 'not-asked']);
export type Satisfaction = z.infer<typeof Satisfaction>;
export const SATISFACTION_LABELS = {
  satisfied: '满意',
  neutral: '一般',
  dissatisfied: '不满意',
  'not-asked': '未询问',
} as const satisfies Record<Satisfaction, string>;

/** How a case ended. */
export const CaseClosing = z.object({
  cause: z.string().min(1).max(80),
  causeNote: z.string().max(500).nullable(),
  satisfaction: Satisfaction,
  result: z.string().max(500).nullable(),
  costFen: z.int().min(0).nullable(),
});
export type CaseClosing = z.infer<typeof CaseClosing>;

/** A state holds the fields that belong to it alone: a case cannot wait without a next look. */
export const CaseState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('waiting'),
    on: WaitingOn,
    sinceMs: z.int(),
    nextCheckAtMs: z.int(),
  }),
  z.object({ kind: z.literal('solved') }),
  z.object({
    kind: z.literal('closed'),
    closing: CaseClosing,
    closedAtMs: z.int(),
    closedById: AgentId.nullable(),
  }),
  z.object({ kind: z.literal('reopened') }),
]);
export type CaseState = z.infer<typeof CaseState>;
const CASE_STATES = [
  'open',
  'waiting',
  'solved',
  'closed',
  'reopened',
] as const satisfies readonly CaseState['kind'][];
export const CaseStateKind = z.enum(CASE_STATES);
export type CaseStateKind = CaseState['kind'];

export const CASE_STATE_LABELS = {
  open: '处理中',
  waiting: '等待中',
  solved: '已解决',
  closed: '已关闭',
  reopened: '重新打开',
} as const satisfies Record<CaseStateKind, string>;

/** 事务: a matter that takes several steps to settle. The kinds differ in their fields and steps. */
export const AfterSalesCase = z.object({
  id: CaseId,
  shopId: ShopId.nullable(),
  /** A key of the list of kinds. */
  kind: z.string().min(1).max(40),
  title: z.string().min(1).max(120),
  detail: z.string().max(2000).nullable(),
  priority: CasePriority,
  /** The way it came in: 旺旺, 电话, 平台工单 … */
  channel: z.string().min(1).max(20),
  /** Of its kind. */
  fields: CaseFields,
  /** The subjects that it is about, at least one. */
  links: z.array(SubjectRef).min(1),
  step: z.string().min(1).max(40),
  stepSinceMs: z.int(),
  /** When the step is to be done; `null` only while it waits, and once it is closed. */
  stepDueAtMs: z.int().nullable(),
  state: CaseState,
  /** The customer was told how it ends. */
  toldAtMs: z.int().nullable(),
  ownerId: AgentId.nullable(),
  openedById: AgentId.nullable(),
  openedAtMs: z.int(),
  updatedAtMs: z.int(),
});
export type AfterSalesCase = z.infer<typeof AfterSalesCase>;

/** One event in the life of a case, in the words of that time; a step ends where the next entry begins. */
export const CaseStep = z.object({
  caseId: CaseId,
  event: z.enum(['opened', 'advanced', 'waited', 'resumed', 'told', 'closed', 'reopened', 'undone']),
  /** The step in which the case is from then on. */
  step: z.string(),
  atMs: z.int(),
  agentId: AgentId.nullable(),
  text: z.string().nullable(),
  waitingOn: WaitingOn.nullable(),
  dueAtMs: z.int().nullable(),
  /** The outcome of the step before. */
  outcome: z.string().nullable(),
});
export type CaseStep = z.infer<typeof CaseStep>;

export const isClosed = ({ state }: Pick<AfterSalesCase, 'state'>): boolean => state.kind === 'closed';
