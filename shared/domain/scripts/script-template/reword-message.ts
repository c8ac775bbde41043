import { AppError } from '../../../errors.ts';
import { ownValue } from '../../../own-value.ts';
import { diffText } from '../text-diff.ts';
import type { FillValues } from './render-script.ts';
import type { ScriptMessage } from './script-message.ts';
import { tokensOf } from './tokens.ts';

/** The agent's own words for some messages of a script, by their place from 0. */
export type Reworded = Readonly<Record<string, string>>;

type TextMessage = Extract<ScriptMessage, { kind: 'text' }>;

const GAP = /【([^【】]+)】/gu;

/** X3: the messages as the agent says them this time; what stays open in them is asked for as before. */
export function rewordMessages(
  messages: readonly ScriptMessage[],
  reworded: Reworded,
  answers: FillValues = {},
): ScriptMessage[] {
  return messages.map((message, index) => {
    const said = reworded[index];
    return said === undefined || message.kind !== 'text' ? message : rewordMessage(message, said, answers);
  });
}

function rewordMessage(message: TextMessage, said: string, answers: FillValues): TextMessage {
  const text = said.trim().replace(GAP, (gap, name: string) => ownValue(answers, name) ?? gap);
  return {
    kind: 'text',
    text,
    words: wordsOf(message, text),
    missing: message.missing.filter(({ name }) => text.includes(`【${name}】`)),
  };
}

/** A value that was left as it was is still the order's; all else the agent has written. */
function wordsOf({ text, words }: TextMessage, said: string): string {
  let at = 0;
  return diffText(text, said)
    .map(({ kind, text: piece }) => {
      if (kind === 'added') return piece;
      at += piece.length;
      return kind === 'same' ? words.slice(at - piece.length, at) : '';
    })
    .join('');
}

/** Nothing fills a tag that is typed into a message, so the customer would read it. */
export function requireNoTags(reworded: Reworded): void {
  const tag = Object.values(reworded)
    .flatMap(tokensOf)
    .find((token) => token.kind === 'tag' && token.inner !== null);
  if (tag !== undefined)
    throw new AppError('invalid-input', `「${tag.raw}」只有存为「以后」才会填写，这次请直接写出内容`);
}
