import type { Rule } from '../tasks/rule.ts';
import type { Handover } from './handover.ts';

/** Everything that the rules about a hand-over sheet may look at. */
export type HandoverSubject = {
  readonly sheet: Handover;
  readonly giverName: string;
};

export type HandoverRule = Rule<HandoverSubject>;
