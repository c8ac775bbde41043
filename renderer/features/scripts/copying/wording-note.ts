import type { ScriptMessage } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import { checkCopied } from '../../../../shared/domain/scripts/wording/check-copied.ts';
import { type WordingNote, wordingNotes } from '../../../../shared/domain/scripts/wording/wording-note.ts';
import type { WordingSettings } from '../../../../shared/domain/scripts/wording/wording-settings.ts';
import type { Answers } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { answeredWords } from './filled-text.ts';

const SHOWN = 2;

function quoted(notes: readonly WordingNote[]): string {
  const words = new Set(
    notes.map(({ name, found }) => `${name}“${found.replace(/[，,、~～!！\s]+$/u, '')}”`),
  );
  const shown = [...words].slice(0, SHOWN).join('、');
  return `${shown}${words.size > SHOWN ? `等 ${words.size} 处` : ''}`;
}

/** R13: `含绝对化用语“最”`, and whose words they are; `null` if there is nothing to say. */
export function copiedNote(notes: readonly WordingNote[]): string | null {
  const own = notes.filter(({ isFromOrder }) => !isFromOrder);
  if (own.length > 0) return `含${quoted(own)}`;
  return notes.length > 0 ? `订单内容含${quoted(notes)}` : null;
}

type Said = { readonly message: ScriptMessage | undefined; readonly answers: Answers };

/**
 * The warnings about a message before it is copied. The agent's own answers are read, the order's values are not: a
 * customer's nick or address is not the agent's wording.
 */
export function wordingNote({ message, answers }: Said, wording: WordingSettings): string | null {
  if (message?.kind !== 'text') return null;
  const words = answeredWords(message, answers);
  return copiedNote(wordingNotes(checkCopied({ text: words, words }, wording).findings));
}
