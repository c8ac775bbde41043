import { z } from 'zod';
import { ShopId } from '../../../domain/ids.ts';
import { DayAhead } from '../../../domain/tasks/day-ahead.ts';
import type { Endpoint } from '../endpoint.ts';
import { BulletinRow } from './bulletin-contract.ts';
import { HandoverRow } from './handover-contract.ts';

export const Today = z.object({
  /** The shops that work is done for, in their order; `null`: none of its reports was imported yet. */
  data: z.array(z.object({ shopId: ShopId, shopName: z.string(), asOfMs: z.int().nullable() })),
  /** The agents who are to work now by the roster, the first to go first; empty without one. */
  onDuty: z.array(z.object({ name: z.string(), shift: z.string(), untilMs: z.int() })),
  /** Sheets that wait to be signed by the agent. */
  handovers: z.array(HandoverRow),
  /** Those that the agent has to read. */
  bulletins: z.array(BulletinRow),
  ahead: DayAhead,
  missed: z.object({ count: z.int(), amountFen: z.int() }),
  /** By the agent, since midnight. Recovered: paid after a chase of theirs, as imports have shown. */
  done: z.object({
    tasks: z.int(),
    chased: z.int(),
    recovered: z.int(),
    recoveredFen: z.int(),
  }),
  nowMs: z.int(),
});
export type Today = z.infer<typeof Today>;

export const todayContract = {
  /** The day of the agent who asks. `shopId` of `null`: all shops. */
  'today.show': { input: z.object({ shopId: ShopId.nullable() }), output: Today },
} satisfies Record<string, Endpoint>;
