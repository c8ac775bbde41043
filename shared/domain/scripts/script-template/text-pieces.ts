import type { ScriptVariable } from '../script-variables.ts';
import { BLANK } from '../wording/wording-rule.ts';
import type { TemplateNode } from './parse-template.ts';

/** A stretch of a message, with the node of the script that it comes from; none where a fragment says it. */
export type TextPiece = { readonly from?: TemplateNode | undefined } & (
  | { readonly kind: 'literal'; readonly text: string }
  /** An inserted value is never parsed again; an answer is the agent's own wording. */
  | { readonly kind: 'value'; readonly text: string; readonly isAnswer: boolean }
  | { readonly kind: 'hole'; readonly name: string }
);

export const ADDRESS: ScriptVariable = '客户';

/** A customer whose nick is masked or unknown is simply not addressed by name (`{客户}，您好` becomes `您好`). */
export function textOf(pieces: readonly TextPiece[]) {
  const joined = joinLiterals(pieces);
  const addressed = withoutNamelessAddress(joined);
  const said = sayAll(addressed).trim() === '' ? joined : addressed;
  const missing = said.flatMap((piece) => (piece.kind === 'hole' ? piece.name : []));
  const text = sayAll(said);
  const start = text.length - text.trimStart().length;
  const words = said.map(ownWordsOf).join('').slice(start, text.trimEnd().length);
  return { text: text.trim(), words, missing: [...new Set(missing)] };
}

const ownWordsOf = (piece: TextPiece): string =>
  piece.kind === 'value' && !piece.isAnswer ? BLANK.repeat(piece.text.length) : sayAll([piece]);

export const sayAll = (pieces: readonly TextPiece[]): string =>
  pieces.map((piece) => (piece.kind === 'hole' ? `【${piece.name}】` : piece.text)).join('');

/** Joins the texts on both sides of a tag that is gone. */
function joinLiterals(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'literal' && last?.kind === 'literal') {
      joined[joined.length - 1] = { kind: 'literal', text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

/** Behind it a sentence begins. */
const SENTENCE_END = /[。！？!?；;\n～~]\s*$/u;
/** `，…` or `您好` behind an address that begins a sentence. */
const AFTER_LEADING = /^(?:\s*[，,、：:]\s*|\s*(?=[您你]好))/u;
/** `您好，{客户}！` */
const BEFORE_TRAILING = /[，,]\s*$/u;
const AFTER_TRAILING = /^\s*[，,。！？!?～~]/u;

function withoutNamelessAddress(pieces: readonly TextPiece[]): TextPiece[] {
  const kept: TextPiece[] = [];
  const rest = [...pieces];
  for (let piece = rest.shift(); piece; piece = rest.shift()) {
    const isAddress = piece.kind === 'hole' && piece.name === ADDRESS;
    if (!isAddress || !dropAddress(kept, rest)) kept.push(piece);
  }
  return kept;
}

/** Takes the comma away that belongs to the address; `false` where the phrase needs the name. */
function dropAddress(kept: TextPiece[], rest: TextPiece[]): boolean {
  const before = kept.at(-1);
  const after = rest[0];
  if (after?.kind !== 'literal') return false;
  if (isBeginning(kept) && AFTER_LEADING.test(after.text)) {
    rest[0] = { kind: 'literal', text: after.text.replace(AFTER_LEADING, '') };
    return true;
  }
  if (before?.kind !== 'literal' || !isTrailing(before, after)) return false;
  kept[kept.length - 1] = { kind: 'literal', text: before.text.replace(BEFORE_TRAILING, '') };
  return true;
}

function isBeginning(said: readonly TextPiece[]): boolean {
  if (sayAll(said).trim() === '') return true;
  const last = said.at(-1);
  return last?.kind === 'literal' && SENTENCE_END.test(last.text);
}

const isTrailing = (before: { readonly text: string }, after: { readonly text: string }): boolean =>
  BEFORE_TRAILING.test(before.text) && AFTER_TRAILING.test(after.text);
