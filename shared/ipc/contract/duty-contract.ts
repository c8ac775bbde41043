import { z } from 'zod';
import { ContactChannel, ContactResult } from '../../domain/shared-parts/contact-attempt.ts';
import { DeadlineKind } from '../../domain/shared-parts/deadline.ts';
import { Evidence, EvidenceKind, EvidenceSource, SaidBy } from '../../domain/shared-parts/evidence.ts';
import { SubjectRef } from '../../domain/subjects/subject.ts';
import { Moment, Span } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { wordsOrNone as text } from './note.ts';
import { Recorded } from './task-contract.ts';

/** The parts that every duty builds on, about a subject of any kind. */
export const dutyContract = {
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
