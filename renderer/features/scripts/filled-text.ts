import type { Answers, FilledPart } from '../../../shared/ipc/contract/script-contract.ts';

export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: string };

/** Cuts a filled part at what is still open (`【优惠】`), so that the preview shows what the agent has to say. */
export function piecesOf({ text, missing }: FilledPart, answers: Answers): readonly TextPiece[] {
  return text
    .split(/(【[^【】]+】)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^【([^【】]+)】$/u.exec(piece)?.[1];
      if (name === undefined || !missing.includes(name)) return { kind: 'text', text: piece };
      const answer = answers[name];
      return answer ? { kind: 'answer', text: answer } : { kind: 'missing', text: name };
    });
}
