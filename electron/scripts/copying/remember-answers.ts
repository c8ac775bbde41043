import type { AgentId } from '../../../shared/domain/ids.ts';
import { isWorthRemembering } from '../../../shared/domain/scripts/script-answers.ts';
import type { FillValues } from '../../../shared/domain/scripts/script-template/render-script.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

type Answer = { readonly agentId: AgentId; readonly field: string; readonly answer: string };
type Dependencies = { readonly answers: { remember(answer: Answer, nowMs: EpochMs): void } };
type Given = { readonly agentId: AgentId | null; readonly answers: FillValues };

export type RememberAnswers = (given: Given, nowMs: EpochMs) => void;

/** Offers the agent's answers again the next time; nothing about a customer is kept. */
export function createRememberAnswers({ answers }: Dependencies): RememberAnswers {
  return ({ agentId, answers: given }, nowMs) => {
    if (agentId === null) return;
    for (const [field, answer] of Object.entries(given)) {
      if (answer !== undefined && isWorthRemembering(field, answer)) {
        answers.remember({ agentId, field, answer: answer.trim() }, nowMs);
      }
    }
  };
}
