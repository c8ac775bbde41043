import type { Rule } from '../tasks/rule.ts';
import type { Agent } from '../team/agent.ts';
import type { Bulletin } from './bulletin.ts';

/** Everything that the rules about a bulletin may look at. */
export type BulletinSubject = {
  readonly bulletin: Bulletin;
  /** Those who work here now, also such as came after it was published. */
  readonly team: readonly Agent[];
};

export type BulletinRule = Rule<BulletinSubject>;
