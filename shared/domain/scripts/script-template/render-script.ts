import { ownValue } from '../../../own-value.ts';
import type { ScriptPictureId } from '../../ids.ts';
import { type Circumstances, isMet } from './conditions.ts';
import { parsePart, type TemplateNode } from './parse-template.ts';
import type { ScriptField, ScriptMessage } from './script-message.ts';
import { type TextPiece, textOf } from './text-pieces.ts';

/** Values by variable name. Names outside of SCRIPT_VARIABLES are allowed: the agent answers them in the form. */
export type FillValues = Readonly<Record<string, string | undefined>>;

export type RenderContext = {
  /** The values that the order has. */
  readonly values: FillValues;
  /** The agent typed these; they win over the values of the order. */
  readonly answers: FillValues;
  readonly circumstances: Circumstances;
  /** The parts of the script with that code, as its reader sees it. */
  readonly fragment: (code: string) => readonly string[] | undefined;
  readonly picture: (name: string) => ScriptPictureId | null;
  readonly remembered: (field: string) => readonly string[];
};

export type RenderedScript = {
  readonly messages: readonly ScriptMessage[];
  /** Why it cannot be sent as it stands, each with its place: `第 2 段：…`. A missing picture is not among them. */
  readonly problems: readonly string[];
};

type Piece = TextPiece | { readonly kind: 'picture'; readonly name: string } | { readonly kind: 'break' };

/** One message before it is said: the pieces of a text with what comes of them, or a picture. */
type MessageDraft =
  | ({ readonly kind: 'text'; readonly pieces: readonly TextPiece[] } & ReturnType<typeof textOf>)
  | { readonly kind: 'picture'; readonly name: string };

/** Fragments of fragments multiply; no script that a person wrote comes near. */
const MOST_FRAGMENTS = 100;
/** Stands in the preview for what cannot be sent. */
export const BROKEN = '【有误】';
const WRONG: Piece = { kind: 'value', text: BROKEN, isAnswer: false };

/** The messages that the customer gets. Never throws; mistakes and missing values are told beside them. */
export function renderScript(parts: readonly string[], context: RenderContext): RenderedScript {
  const { drafts, choices, problems } = draftMessages(parts, context);
  const toField = (name: string): ScriptField => ({
    name,
    choices: choices.get(name)?.slice() ?? null,
    remembered: [...context.remembered(name)],
  });
  const messages = drafts.map((draft): ScriptMessage => {
    if (draft.kind === 'picture')
      return { kind: 'picture', name: draft.name, pictureId: context.picture(draft.name) };
    const { text, words, missing } = draft;
    return { kind: 'text', text, words, missing: missing.map(toField) };
  });
  return { messages, problems };
}

/** The messages with the pieces that they are made of, and the parts as they were read. */
export function draftMessages(parts: readonly string[], context: RenderContext) {
  const { pieces, ...rest } = piecesOf(parts, context);
  const drafts: MessageDraft[] = [];
  let open: TextPiece[] = [];
  for (const piece of [...pieces, { kind: 'break' } as const]) {
    if (piece.kind !== 'picture' && piece.kind !== 'break') {
      open.push(piece);
      continue;
    }
    const said = textOf(open);
    if (said.text !== '') drafts.push({ kind: 'text', pieces: open, ...said });
    open = [];
    if (piece.kind === 'picture') drafts.push(piece);
  }
  return { drafts, ...rest };
}

/** Conditions decided, fragments put in, values looked up. */
function piecesOf(parts: readonly string[], context: RenderContext) {
  const pieces: Piece[] = [];
  const choices = new Map<string, readonly string[]>();
  const problems: string[] = [];
  /** The parts of the script itself. */
  const read: (readonly TemplateNode[])[] = [];
  /** The fragments that are being put in, outermost first. */
  const within: string[] = [];
  let fragmentCount = 0;

  function addFragment(code: string, place: string): void {
    const known = code.toLowerCase();
    const fragment = context.fragment(code);
    fragmentCount += 1;
    if (fragment === undefined) refuse(`${place}没有编码为「${code}」的话术可作片段`);
    else if (within.includes(known)) refuse(`${place}片段「${code}」引用了自己`);
    else if (fragmentCount > MOST_FRAGMENTS) refuse(`${place}片段超过 ${MOST_FRAGMENTS} 个`);
    else {
      within.push(known);
      addParts(fragment, `片段「${code}」`);
      within.pop();
    }
  }

  function refuse(problem: string): void {
    problems.push(problem);
    pieces.push(WRONG);
  }

  const source = (node: TemplateNode) => (within.length === 0 ? { from: node } : {});

  function addField(node: Extract<TemplateNode, { kind: 'field' }>): void {
    const { name, choices: offered } = node;
    const answer = valueOf(context.answers, name);
    const value = answer ?? valueOf(context.values, name);
    if (offered && !choices.has(name)) choices.set(name, offered);
    pieces.push(
      value === undefined
        ? { kind: 'hole', name, ...source(node) }
        : { kind: 'value', text: value, isAnswer: answer !== undefined, ...source(node) },
    );
  }

  function addNodes(nodes: readonly TemplateNode[], place: string): void {
    for (const node of nodes) {
      if (node.kind === 'text') pieces.push({ kind: 'literal', text: node.raw, ...source(node) });
      else if (node.kind === 'field') addField(node);
      else if (node.kind === 'picture') pieces.push({ kind: 'picture', name: node.name });
      else if (node.kind === 'fragment') addFragment(node.code, place);
      else if (node.kind === 'broken') pieces.push(WRONG);
      else
        addNodes(
          isMet(node.condition, context.circumstances) ? node.met : (node.otherwise?.nodes ?? []),
          place,
        );
    }
  }

  function addParts(these: readonly string[], where: string): void {
    for (const [index, part] of these.entries()) {
      if (index > 0) pieces.push({ kind: 'break' });
      const place = `${where}第 ${index + 1} 段：`;
      const parsed = parsePart(part);
      if (within.length === 0) read.push(parsed.nodes);
      problems.push(...parsed.problems.map(({ message }) => place + message));
      addNodes(parsed.nodes, place);
    }
  }

  addParts(parts, '');
  return { pieces, choices, read, problems: [...new Set(problems)] };
}

/** An empty value reads as a gap (`，您好`), so it counts as none. */
function valueOf(values: FillValues, variable: string): string | undefined {
  const value = ownValue(values, variable);
  return value === undefined || value.trim() === '' ? undefined : value;
}
