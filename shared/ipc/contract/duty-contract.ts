import { z } from 'zod';
import { AgentId, CaseId } from '../../domain/ids.ts';
import { CaseClosing, CasePriority, WaitingOn } from '../../domain/shared-parts/case/after-sales-case.ts';
import { CaseKind } from '../../domain/shared-parts/case/case-kind.ts';
import { ContactChannel, ContactResult } from '../../domain/shared-parts/contact-attempt.ts';
import { DeadlineKind } from '../../domain/shared-parts/deadline.ts';
import { Evidence, EvidenceKind, EvidenceSource, SaidBy } from '../../domain/shared-parts/evidence.ts';
import { SubjectRef } from '../../domain/subjects/subject.ts';
import { Moment, Span } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { Recorded } from './task-contract.ts';

/** The words of an agent; blanks alone are none. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .default(null)
    .transform((written) => (written === '' ? null : written));
const dueAtMs = Moment.optional();

/** An agent acts on a case; main knows itself which evidence is there. */
const CaseRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('advance'),
    to: z.string().min(1).max(40),
    outcome: text(200),
    text: text(500),
    dueAtMs,
  }),
  z.object({ kind: z.literal('wait'), on: WaitingOn, nextCheckAtMs: Moment, text: text(500) }),
  z.object({ kind: z.literal('resume'), text: text(500), dueAtMs }),
  z.object({ kind: z.literal('tell'), text: text(500) }),
  z.object({ kind: z.literal('close'), closing: CaseClosing, waitingReason: text(200), text: text(500) }),
  z.object({ kind: z.literal('reopen'), text: text(500), dueAtMs }),
]);

/** The parts that every duty builds on, about a subject of any kind. */
export const dutyContract = {
  'cases.open': {
    input: z.object({
      kind: CaseKind,
      title: z.string().trim().min(1).max(120),
      detail: text(2000),
      priority: CasePriority.default('normal'),
      /** 旺旺, 电话, 平台工单 … */
      channel: z.string().trim().min(1).max(20),
      links: z.array(SubjectRef).min(1).max(20),
      ownerId: AgentId.nullable().default(null),
      dueAtMs,
    }),
    output: Recorded.extend({ id: CaseId }),
  },
  'cases.advance': { input: z.object({ id: CaseId, request: CaseRequest }), output: Recorded },
  'cases.assign': { input: z.object({ id: CaseId, ownerId: AgentId.nullable() }), output: Recorded },
  /** Names another subject that the case is about, or takes one of several away. */
  'cases.link': {
    input: z.object({ id: CaseId, subject: SubjectRef, isAbout: z.boolean() }),
    output: Recorded,
  },
  'deadlines.set': {
    input: z.object({
      subject: SubjectRef,
      kind: DeadlineKind,
      source: z.enum(['manual', 'agreed']),
      atMs: Moment,
      reason: text(200),
    }),
    output: Recorded,
  },
  /** 节假日顺延: of many subjects at once. */
  'deadlines.extend': {
    input: z.object({
      subjects: z.array(SubjectRef).min(1).max(500),
      kind: DeadlineKind,
      byMs: Span.positive(),
      reason: z.string().trim().min(1).max(200),
    }),
    output: Recorded,
  },
  /** How many ends a shift would put off. */
  'deadlines.countEnding': {
    input: z.object({ kind: DeadlineKind, untilMs: Moment }),
    output: z.object({ count: z.int() }),
  },
  /** 节假日顺延: of all that ends between now and then. */
  'deadlines.shift': {
    input: z.object({
      kind: DeadlineKind,
      byMs: Span.positive(),
      untilMs: Moment,
      reason: z.string().trim().min(1).max(200),
    }),
    output: Recorded.extend({ shifted: z.int() }),
  },
  'evidence.list': {
    input: z.object({ subject: SubjectRef }),
    output: z.array(z.object({ piece: Evidence, agentName: z.string().nullable() })),
  },
  'evidence.add': {
    input: z.object({
      subject: SubjectRef,
      kind: EvidenceKind,
      text: text(5000),
      /** A line of a chat file comes by an import alone. */
      source: EvidenceSource.exclude(['chat-import']),
      saidAtMs: Moment.nullable().default(null),
      saidBy: SaidBy,
      file: z
        .object({ name: z.string().trim().min(1).max(200), bytes: z.instanceof(Uint8Array) })
        .nullable()
        .default(null),
    }),
    output: Recorded,
  },
  /** Asks where to; `null` when the agent thinks better of it. */
  'evidence.export': {
    input: z.object({ subject: SubjectRef }),
    output: z.object({ path: z.string(), pieces: z.int(), gone: z.int() }).nullable(),
  },
  'contacts.record': {
    input: z.object({
      subject: SubjectRef,
      channel: ContactChannel,
      result: ContactResult,
      said: text(1000),
    }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
