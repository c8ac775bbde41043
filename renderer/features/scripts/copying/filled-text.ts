import { emoticonPieces } from '../../../../shared/domain/scripts/media/emoticons.ts';
import type { ScriptMessage } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import type { Answers } from '../../../../shared/ipc/contract/scripts/script-contract.ts';

export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emoticon'; readonly code: string; readonly name: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: string };

type TextMessage = Extract<ScriptMessage, { kind: 'text' }>;

const GAP = /(【[^【】]+】)/u;

/** Cuts a message at what is still open (`【优惠】`), so that the preview shows what the agent has to say. */
export function piecesOf({ text, missing }: TextMessage, answers: Answers): readonly TextPiece[] {
  return text
    .split(GAP)
    .filter((piece) => piece !== '')
    .flatMap((piece): readonly TextPiece[] => {
      const name = gapName(piece, missing);
      if (name === undefined) return emoticonPieces(piece);
      const answer = answers[name];
      return [answer ? { kind: 'answer', text: answer } : { kind: 'missing', text: name }];
    });
}

/** The agent's words with the answers in their gaps. */
export const answeredWords = ({ words, missing }: TextMessage, answers: Answers): string =>
  answered(words, missing, answers);

/** The message as the customer will read it, as far as it is known. */
export const answeredText = ({ text, missing }: TextMessage, answers: Answers): string =>
  answered(text, missing, answers);

function answered(text: string, missing: TextMessage['missing'], answers: Answers): string {
  return text
    .split(GAP)
    .map((piece) => answers[gapName(piece, missing) ?? ''] ?? piece)
    .join('');
}

function gapName(piece: string, missing: TextMessage['missing']): string | undefined {
  const name = /^【([^【】]+)】$/u.exec(piece)?.[1];
  return missing.find((field) => field.name === name)?.name;
}
