import { z } from 'zod';
import { ActivityId, AgentId, ShopId } from '../../../domain/ids.ts';
import { Agent, AgentRole, NewAgent, Pin } from '../../../domain/team/agent.ts';
import { AppSettings } from '../../../domain/team/app-settings.ts';
import { NewShop, Shop } from '../../../domain/team/shop.ts';
import { Moment } from '../../../time/moment.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

/** Everything a screen needs to know before it can show anything. */
export const AppState = z.object({
  version: z.string(),
  /** The workstation has no shop or no agent yet, so the page shows the first-run screen. */
  isFirstRun: z.boolean(),
  shops: z.array(Shop),
  agents: z.array(Agent),
  /** `null`: no agent is signed in, or the workstation is locked. */
  currentAgentId: AgentId.nullable(),
  lastAgentId: AgentId.nullable(),
  settings: AppSettings,
  /** Pop-ups are held back until then. */
  doNotDisturbUntilMs: z.int().nullable(),
  /** The global hotkey is taken by another program. */
  isHotkeyRefused: z.boolean(),
  nowMs: z.int(),
  /** The PC's time has run ahead without a sleep; nothing is said to be missed until an agent confirms it. */
  isClockDoubtful: z.boolean(),
});
export type AppState = z.infer<typeof AppState>;

export const FirstRun = z.object({ shop: NewShop, agent: NewAgent, withSample: z.boolean() });
export type FirstRun = z.infer<typeof FirstRun>;

/** Without an activity nothing of it can be taken back, as where only the PIN was changed. */
export const SavedAgent = Recorded.extend({ activityId: ActivityId.nullable() });
export type SavedAgent = z.infer<typeof SavedAgent>;

export const sessionContract = {
  'app.state': { input: nothing, output: AppState },
  'app.completeFirstRun': { input: FirstRun, output: AppState },
  'session.signIn': {
    input: z.object({ agentId: AgentId, pin: z.string().max(8).nullable() }),
    output: Agent,
  },
  'session.lock': { input: nothing, output: nothing },
  'agents.create': { input: NewAgent, output: Agent },
  'agents.update': {
    input: z.object({
      id: AgentId,
      name: z.string().trim().min(1).max(20),
      role: AgentRole,
      /** Left out: the PIN stays; `null`: no PIN from now on. */
      pin: Pin.nullable().optional(),
      isArchived: z.boolean(),
    }),
    output: SavedAgent,
  },
  'shops.create': { input: NewShop, output: Shop },
  /** `null`: that is its name already. */
  'shops.rename': {
    input: z.object({ id: ShopId, name: z.string().trim().min(1).max(60) }),
    output: Recorded.nullable(),
  },
  'sample.install': { input: nothing, output: Shop },
  'sample.remove': { input: nothing, output: nothing },
  'reminders.test': { input: nothing, output: z.object({ isSupported: z.boolean() }) },
  'reminders.pauseUntil': { input: z.object({ untilMs: Moment.nullable() }), output: nothing },
  /** The PC's time is right, although it has run ahead. */
  'reminders.confirmClock': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;
