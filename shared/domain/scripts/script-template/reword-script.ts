import { diffText } from '../text-diff.ts';
import { printPart, type TemplateNode } from './parse-template.ts';
import { draftMessages, type RenderContext } from './render-script.ts';
import type { Reworded } from './reword-message.ts';
import { sayAll, type TextPiece } from './text-pieces.ts';
import { hasTags } from './tokens.ts';

export type RewordedScript = {
  readonly parts: readonly string[];
  /** Fields whose value was written over for this customer; the script goes on filling them in. */
  readonly kept: readonly string[];
  /** Something was changed that a fragment says: another script, which stays as it is. */
  readonly isElsewhere: boolean;
};

/**
 * X3: puts the messages as an agent has rewritten them back into the script: its words change, its tags stay.
 * A value that is written over alone was changed for this customer; one that goes together with words around it has no
 * place any more. Branches that were not said stay as they are.
 */
export function rewordScript(
  parts: readonly string[],
  context: RenderContext,
  reworded: Reworded,
): RewordedScript {
  const { drafts, read } = draftMessages(parts, context);
  const instead = new Map<TemplateNode, string>();
  const kept = new Set<string>();
  let isElsewhere = false;
  for (const [index, draft] of drafts.entries()) {
    const said = reworded[index];
    if (said === undefined || draft.kind !== 'text') continue;
    const edit = editPieces(draft, said.trim());
    for (const [node, raw] of edit.instead) instead.set(node, raw);
    for (const name of edit.kept) kept.add(name);
    isElsewhere ||= edit.isElsewhere;
  }
  const printed = read.map((nodes) => printPart(nodes, instead).trim());
  return { parts: printed.filter((part) => part !== ''), kept: [...kept], isElsewhere };
}

type Draft = { readonly pieces: readonly TextPiece[]; readonly text: string };
/** A sign of the message: in which piece it stands, and where in it. */
type Place = { readonly piece: number; readonly at: number };
type Hunk = { readonly from: number; readonly to: number; readonly added: string };

/** The place of every sign of the text. An address without a name and blanks at the ends are said nowhere. */
function placesIn({ pieces, text }: Draft): Place[] {
  const places: Place[] = [];
  for (const [piece, said] of pieces.map((one) => sayAll([one])).entries()) {
    if (pieces[piece]?.kind === 'hole' && !text.startsWith(said, places.length)) continue;
    for (let at = 0; at < said.length; at += 1) {
      if (said[at] === text[places.length]) places.push({ piece, at });
    }
  }
  return places;
}

function hunksOf(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { kind, text } of diffText(before, after)) {
    const last = hunks.at(-1);
    if (kind === 'removed') hunks.push({ from: at, to: at + text.length, added: '' });
    else if (kind === 'added' && last?.to === at && last.added === '')
      hunks[hunks.length - 1] = { ...last, added: text };
    else if (kind === 'added') hunks.push({ from: at, to: at, added: text });
    if (kind !== 'added') at += text.length;
  }
  return hunks;
}

function editPieces(draft: Draft, after: string) {
  const { pieces } = draft;
  const places = placesIn(draft);
  /** The signs of each piece, with room for new ones in front of each and behind the last. */
  const signs = pieces.map((piece) => (piece.kind === 'literal' ? piece.text.split('') : [tagOf(piece)]));
  const rooms = signs.map((all) => Array.from({ length: all.length + 1 }, () => ''));
  const kept = new Set<string>();
  let isElsewhere = false;

  const isOwn = (piece: number): boolean => pieces[piece]?.from !== undefined;
  const isLiteral = (piece: number): boolean => pieces[piece]?.kind === 'literal';

  /** From where to where the whole piece stands in the text. */
  function spanOf(piece: number) {
    const from = places.findIndex((place) => place.piece === piece);
    return { from, to: places.findLastIndex((place) => place.piece === piece) + 1 };
  }

  function put(added: string, { piece, at }: Place, isBehind: boolean): void {
    const room = rooms[piece];
    const place = (isLiteral(piece) ? at : 0) + (isBehind ? 1 : 0);
    if (room) room[place] += added;
  }

  /** Words go to words where they can, else beside the tag that is next to them. */
  function insert({ from, to, added }: Hunk): void {
    const inside = places.slice(from, to).find(({ piece }) => isLiteral(piece) && isOwn(piece));
    if (inside) {
      put(added, inside, false);
      return;
    }
    const beside = [
      { place: places[from - 1], isBehind: true },
      { place: places[to], isBehind: false },
    ].flatMap(({ place, isBehind }) => (place && isOwn(place.piece) ? [{ place, isBehind }] : []));
    const chosen = beside.find(({ place }) => isLiteral(place.piece)) ?? beside[0];
    if (chosen) put(added, chosen.place, chosen.isBehind);
    else isElsewhere = true;
  }

  function keep(piece: number): void {
    const node = pieces[piece]?.from;
    if (node?.kind === 'field') kept.add(node.name);
    else isElsewhere = true;
  }

  function takeOut(piece: number, at: number): void {
    const own = signs[piece];
    if (!isOwn(piece) || !own) isElsewhere = true;
    else own[at] = '';
  }

  /** `true`: a value was written over, and the hunk says nothing more. */
  function touchTag(piece: number, { from, to, added }: Hunk): boolean {
    const span = spanOf(piece);
    const isAlone = from >= span.from && to <= span.to;
    // A tag that is written over a value takes its place for good.
    const isWrittenOver = isAlone && added !== '' && !hasTags(added);
    if (from <= span.from && to >= span.to && !isWrittenOver) takeOut(piece, 0);
    else keep(piece);
    return isWrittenOver;
  }

  function apply(hunk: Hunk): void {
    const { from, to, added } = hunk;
    const within = tagAround(hunk);
    if (within !== undefined) {
      keep(within);
      return;
    }
    const touched = [...new Set(places.slice(from, to).map(({ piece }) => piece))];
    const over = touched.filter((piece) => !isLiteral(piece)).map((piece) => touchTag(piece, hunk));
    if (added !== '' && !over.includes(true)) insert(hunk);
    for (const { piece, at } of places.slice(from, to)) if (isLiteral(piece)) takeOut(piece, at);
  }

  /** The tag in whose value something was typed, without a sign taken out of it. */
  function tagAround({ from, to }: Hunk): number | undefined {
    const [left, right] = [places[from - 1]?.piece, places[to]?.piece];
    return from === to && left !== undefined && left === right && !isLiteral(left) ? left : undefined;
  }

  for (const hunk of hunksOf(draft.text, after)) apply(hunk);
  const instead = pieces.flatMap(({ from }, piece): [TemplateNode, string][] => {
    if (from === undefined) return [];
    const own = rooms[piece]?.map((room, at) => room + (signs[piece]?.[at] ?? '')).join('') ?? '';
    return [[from, own]];
  });
  return { instead, kept, isElsewhere };
}

const tagOf = ({ from }: TextPiece): string => from?.raw ?? '';
