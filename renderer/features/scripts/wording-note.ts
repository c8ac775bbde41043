import type { ScriptMessage } from '../../../shared/domain/script-template/script-message.ts';
import { checkWording } from '../../../shared/domain/wording/check-wording.ts';
import type { Answers } from '../../../shared/ipc/contract/script-contract.ts';
import { answeredWords } from './filled-text.ts';

const SHOWN = 2;

/**
 * R13: what a message says that it had better not, `含绝对化用语“最”`; `null` if there is nothing. The agent's own
 * answers are read, the order's values are not: a customer's nick or address is nobody's wording.
 */
export function wordingNote(message: ScriptMessage | undefined, answers: Answers): string | null {
  if (message?.kind !== 'text') return null;
  const warnings = checkWording(answeredWords(message, answers)).filter(
    ({ severity }) => severity === 'warning',
  );
  if (warnings.length === 0) return null;
  const words = new Set(
    warnings.map(({ name, found }) => `${name}“${found.replace(/[，,、~～!！\s]+$/u, '')}”`),
  );
  const shown = [...words].slice(0, SHOWN).join('、');
  return `含${shown}${words.size > SHOWN ? `等 ${words.size} 处` : ''}`;
}
