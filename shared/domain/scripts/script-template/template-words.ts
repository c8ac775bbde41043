import { parsePart, printPart, type TemplateNode } from './parse-template.ts';
import { ADDRESS, type TextPiece, textOf } from './text-pieces.ts';
import { tokensOf } from './tokens.ts';

/** Every node, those of all branches too. */
export function* allNodes(nodes: readonly TemplateNode[]): Generator<TemplateNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind !== 'when') continue;
    yield* allNodes(node.met);
    if (node.otherwise) yield* allNodes(node.otherwise.nodes);
  }
}

const nodesOf = (parts: readonly string[]): TemplateNode[] =>
  parts.flatMap((part) => [...allNodes(parsePart(part).nodes)]);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The fields of a script, each once, in the order in which they are first needed; over all branches. */
export function variablesOf(parts: readonly string[]): string[] {
  return distinct(nodesOf(parts).flatMap((node) => (node.kind === 'field' ? node.name : [])));
}

export function fragmentCodesOf(parts: readonly string[]): string[] {
  return distinct(nodesOf(parts).flatMap((node) => (node.kind === 'fragment' ? node.code : [])));
}

export function pictureNamesOf(parts: readonly string[]): string[] {
  return distinct(nodesOf(parts).flatMap((node) => (node.kind === 'picture' ? node.name : [])));
}

/**
 * The fields without which the parts cannot be copied, over all branches; an address at the start or end of a phrase
 * is optional. Asked of every script of the library at the first search, so it does no more than it must.
 */
export function requiredVariablesOf(parts: readonly string[]): string[] {
  return distinct(parts.filter(hasTag).flatMap((part) => requiredIn([...allNodes(parsePart(part).nodes)])));
}

function requiredIn(nodes: readonly TemplateNode[]): string[] {
  const names = nodes.flatMap((node) => (node.kind === 'field' ? node.name : []));
  return names.includes(ADDRESS) ? textOf(nodes.flatMap(toTextPiece)).missing : names;
}

function toTextPiece(node: TemplateNode): TextPiece[] {
  if (node.kind === 'text') return [{ kind: 'literal', text: node.raw }];
  return node.kind === 'field' ? [{ kind: 'hole', name: node.name }] : [];
}

const hasTag = (part: string): boolean => /[{｛]/u.test(part);

/** The words by which agents may remember a script: those of all branches, names of fields, choices and pictures. */
export function plainWords(parts: readonly string[]): string {
  return parts.map((part) => (hasTag(part) ? wordsOf(parsePart(part).nodes) : part)).join('\n');
}

function wordsOf(nodes: readonly TemplateNode[]): string {
  return [...allNodes(nodes)]
    .map((node) => {
      if (node.kind === 'text') return node.raw;
      if (node.kind === 'field') return [node.name, ...(node.choices ?? [])].join(' ');
      return node.kind === 'picture' ? node.name : '';
    })
    .join('');
}

/**
 * The part with everything blanked out that is not its own words, sign by sign, so that places stay. The choices of
 * a field are words that a customer reads; they are left standing.
 */
export function blankTags(part: string, blank: string): string {
  return tokensOf(part)
    .map(({ kind, raw }) => (kind === 'text' ? raw : blankTag(raw, blank)))
    .join('');
}

function blankTag(raw: string, blank: string): string {
  const isChoice = raw.includes('|') || raw.includes('｜');
  const from = isChoice ? raw.search(/[:：]/u) + 1 : raw.length;
  return raw
    .split('')
    .map((sign, at) => (at < from || /[{}｛｝|｜]/u.test(sign) ? blank : sign))
    .join('');
}

/** A message as somebody reads it, with the place in the part of every sign. */
export type Reading = { readonly text: string; readonly places: readonly number[] };

/**
 * The messages of a part, once with all conditions met and once with none, every tag blanked out that stands for
 * words. How long a text is can be said of a reading only.
 */
export function readingsOf(part: string, blank: string): Reading[] {
  const { nodes } = parsePart(part);
  const met = readingOf(nodes, { isMet: true, blank });
  return nodes.some(({ kind }) => kind === 'when')
    ? [...met, ...readingOf(nodes, { isMet: false, blank })]
    : met;
}

type ReadingOptions = { readonly isMet: boolean; readonly blank: string };

function readingOf(nodes: readonly TemplateNode[], { isMet, blank }: ReadingOptions): Reading[] {
  const readings: { text: string; places: number[] }[] = [{ text: '', places: [] }];
  let at = 0;
  const add = (text: string): void => {
    const open = readings.at(-1);
    if (open) {
      open.text += text;
      for (let index = 0; index < text.length; index += 1) open.places.push(at + index);
    }
    at += text.length;
  };
  const skip = (these: readonly TemplateNode[]): void => void (at += printPart(these).length);

  function read(these: readonly TemplateNode[]): void {
    for (const node of these) {
      if (node.kind === 'when') readBranch(node);
      else if (node.kind === 'picture') {
        skip([node]);
        readings.push({ text: '', places: [] });
      } else add(node.kind === 'text' ? node.raw : blank.repeat(node.raw.length));
    }
  }
  function readBranch({ raw, met, otherwise, endRaw }: Extract<TemplateNode, { kind: 'when' }>): void {
    at += raw.length;
    if (isMet) read(met);
    else skip(met);
    at += otherwise?.raw.length ?? 0;
    if (isMet) skip(otherwise?.nodes ?? []);
    else read(otherwise?.nodes ?? []);
    at += endRaw.length;
  }

  read(nodes);
  return readings.filter(({ text }) => text !== '');
}
