import { PLACEHOLDER } from '../../../shared/domain/fill-script.ts';
import { checkWording } from '../../../shared/domain/wording/check-wording.ts';
import type { Answers, ScriptHit } from '../../../shared/ipc/contract/script-contract.ts';

const SHOWN = 2;

/**
 * R13: what a part says that it had better not, `含绝对化用语“最”`; `null` if there is nothing. The agent's own answers
 * are read, the order's values are not: a customer's nick or address is nobody's wording.
 */
export function wordingNote(hit: ScriptHit, part: number, answers: Answers): string | null {
  const said = (hit.script.parts[part] ?? '').replace(PLACEHOLDER, (raw: string, name?: string) => {
    const key = name?.trim() ?? '';
    return Object.hasOwn(answers, key) ? (answers[key] ?? raw) : raw;
  });
  const warnings = checkWording(said).filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  const words = new Set(
    warnings.map(({ name, found }) => `${name}“${found.replace(/[，,、~～!！\s]+$/u, '')}”`),
  );
  const shown = [...words].slice(0, SHOWN).join('、');
  return `含${shown}${words.size > SHOWN ? `等 ${words.size} 处` : ''}`;
}
