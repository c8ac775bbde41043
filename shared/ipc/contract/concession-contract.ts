import { z } from 'zod';
import { Concession, ConcessionOffer } from '../../domain/chasing/concession.ts';
import { ConcessionId, OrderId } from '../../domain/ids.ts';
import type { Endpoint } from './endpoint.ts';
import { OptionalNote } from './note.ts';
import { Recorded } from './task-contract.ts';

const amountFen = z.int().positive().max(100_000_000);

/** R10: the bargaining over an order as the panel shows it. */
export const ConcessionView = z.object({
  /** In the order in which they came about, with the names that a person reads. */
  entries: z.array(
    z.object({ concession: Concession, agentName: z.string(), deciderName: z.string().nullable() }),
  ),
  limitFen: z.int(),
  /** The most money that the customer has turned down. */
  refusedFen: z.int(),
  nextFen: z.int().nullable(),
  extras: z.array(z.string()),
  canAsk: z.boolean(),
  /** The platform lets neither agent nor lead take money off. */
  isFixed: z.boolean(),
  /** The customer is to be offered something before asking. */
  isRegular: z.boolean(),
  open: Concession.nullable(),
  accepted: Concession.nullable(),
  /** X4: the verdict of the imports on the accepted concession. */
  proof: z.enum(['kept', 'unkept', 'unproven']),
  /** The agent who is signed in is a lead: answers requests, and needs not ask. */
  isLead: z.boolean(),
});
export type ConcessionView = z.infer<typeof ConcessionView>;

export const ConcessionAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grant'), amountFen }),
  z.object({ kind: z.literal('deny') }),
]);
export type ConcessionAnswer = z.infer<typeof ConcessionAnswer>;

export const concessionContract = {
  'concessions.ofOrder': { input: z.object({ orderId: OrderId }), output: ConcessionView },
  /** The agent tells the customer: the next step, an extra, or what the lead has granted. */
  'concessions.offer': { input: z.object({ orderId: OrderId, offer: ConcessionOffer }), output: Recorded },
  /** The customer's answer; one who agreed may bargain again. */
  'concessions.settle': {
    input: z.object({ id: ConcessionId, isAccepted: z.boolean() }),
    output: Recorded,
  },
  'concessions.ask': {
    input: z.object({
      orderId: OrderId,
      amountFen,
      reason: z.string().trim().min(1, '请填写原因').max(200),
    }),
    output: Recorded,
  },
  'concessions.decide': {
    input: z.object({ id: ConcessionId, answer: ConcessionAnswer, note: OptionalNote }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
