import { ownValue } from '../../../own-value.ts';
import { type Condition, parseCondition, SCRIPT_CONDITIONS } from './conditions.ts';
import { type Token, tokensOf } from './tokens.ts';

export type TemplateNode =
  | { readonly kind: 'text'; readonly raw: string }
  | {
      readonly kind: 'field';
      readonly raw: string;
      readonly name: string;
      readonly choices: readonly string[] | null;
    }
  | { readonly kind: 'fragment'; readonly raw: string; readonly code: string }
  | { readonly kind: 'picture'; readonly raw: string; readonly name: string }
  | {
      readonly kind: 'when';
      readonly raw: string;
      readonly condition: Condition;
      readonly met: readonly TemplateNode[];
      readonly otherwise: { readonly raw: string; readonly nodes: readonly TemplateNode[] } | null;
      readonly endRaw: string;
    }
  /** A tag that means nothing; it is never sent and never keeps the rest from being read. */
  | { readonly kind: 'broken'; readonly raw: string };

/** A mistake in a tag, in words for the agent, and the place of the tag in its part. */
export type TemplateProblem = { readonly message: string; readonly start: number; readonly end: number };

export type ParsedPart = {
  readonly nodes: readonly TemplateNode[];
  readonly problems: readonly TemplateProblem[];
};

/** As long as the names of answers. */
const LONGEST_NAME = 20;
const CONDITION_LIST = Object.keys(SCRIPT_CONDITIONS).join('、');

/** An open `{如果 …}` and what has been read of it so far. */
type Frame = {
  readonly opening: Tag;
  readonly condition: Condition;
  readonly met: TemplateNode[];
  otherwise: { readonly raw: string; readonly nodes: TemplateNode[] } | null;
};
type Tag = Extract<Token, { kind: 'tag' }>;

/** Reads a part. Every text is readable; what is wrong with it is told beside it. */
export function parsePart(part: string): ParsedPart {
  const top: TemplateNode[] = [];
  const frames: Frame[] = [];
  const problems: TemplateProblem[] = [];

  const nodesOf = (frame: Frame | undefined): TemplateNode[] =>
    frame === undefined ? top : (frame.otherwise?.nodes ?? frame.met);
  const put = (node: TemplateNode): void => void nodesOf(frames.at(-1)).push(node);

  function refuse({ raw, start }: Tag, message: string): void {
    problems.push({ message, start, end: start + raw.trimEnd().length });
    put({ kind: 'broken', raw });
  }

  function open(tag: Tag, text: string): void {
    const condition = parseCondition(text);
    if (condition) frames.push({ opening: tag, condition, met: [], otherwise: null });
    else refuse(tag, `${shown(tag)} 的条件不认识，可用：${CONDITION_LIST}，用“或”连接，用“非”取反`);
  }

  function turn(tag: Tag): void {
    const frame = frames.at(-1);
    if (!frame) refuse(tag, '{否则} 前面没有 {如果 …}');
    else if (frame.otherwise) refuse(tag, `${shown(frame.opening)} 有两个 {否则}`);
    else frame.otherwise = { raw: tag.raw, nodes: [] };
  }

  function close(tag: Tag): void {
    const frame = frames.pop();
    if (!frame) {
      refuse(tag, '{结束} 前面没有 {如果 …}');
      return;
    }
    const { opening, condition, met, otherwise } = frame;
    put({ kind: 'when', raw: opening.raw, condition, met, otherwise, endRaw: tag.raw });
  }

  /** Without its end it encloses nothing: what follows it is said in any case. */
  function giveUp(frame: Frame): void {
    const { opening, met, otherwise } = frame;
    refuse(opening, `${shown(opening)} 没有 {结束}`);
    for (const node of met) put(node);
    if (!otherwise) return;
    put({ kind: 'broken', raw: otherwise.raw });
    for (const node of otherwise.nodes) put(node);
  }

  function readTag(tag: Tag): void {
    const { inner } = tag;
    const condition = inner === null ? undefined : /^如果\s*(.*)$/u.exec(inner)?.[1];
    if (condition !== undefined) open(tag, condition);
    else if (inner === '否则') turn(tag);
    else if (inner === '结束') close(tag);
    else {
      const read = readLeaf(tag);
      if (typeof read === 'string') refuse(tag, read);
      else put(read);
    }
  }

  for (const token of tokensOf(part)) {
    if (token.kind === 'text') put({ kind: 'text', raw: token.raw });
    else readTag(token);
  }
  for (let frame = frames.pop(); frame; frame = frames.pop()) giveUp(frame);
  return { nodes: top, problems };
}

const shown = ({ inner }: Tag) => `{${inner ?? ''}}`;

type Leaf = { readonly tag: Tag; readonly name: string; readonly argument: string | undefined };

/** Tags whose name has a meaning of its own; the text is what is wrong with one. */
const NAMED_TAGS: Readonly<Record<string, (leaf: Leaf) => TemplateNode | string>> = {
  片段: ({ tag, argument }) =>
    argument
      ? { kind: 'fragment', raw: tag.raw, code: argument }
      : `${shown(tag)} 没有话术编码，应写作 {片段:编码}`,
  图片: ({ tag, argument }) =>
    argument
      ? { kind: 'picture', raw: tag.raw, name: argument }
      : `${shown(tag)} 没有图片名，应写作 {图片:名称}`,
};

/** A tag that encloses nothing; the text is what is wrong with it. */
function readLeaf(tag: Tag): TemplateNode | string {
  if (tag.inner === null) return '花括号不成对';
  const [, before = '', behind] = /^([^:：]*)(?:[:：](.*))?$/su.exec(tag.inner) ?? [];
  const name = before.trim();
  if (name === '') return '花括号里没有变量名';
  if (name.length > LONGEST_NAME) return `变量名「${name.slice(0, 6)}…」超过 ${LONGEST_NAME} 字`;
  const leaf = { tag, name, argument: behind?.trim() };
  return (ownValue(NAMED_TAGS, name) ?? readField)(leaf);
}

function readField({ tag, name, argument }: Leaf): TemplateNode | string {
  if (argument === undefined) return { kind: 'field', raw: tag.raw, name, choices: null };
  const choices = argument.split(/[|｜]/u).map((choice) => choice.trim());
  const distinct = [...new Set(choices)].filter(Boolean);
  return distinct.length === 0
    ? `${shown(tag)} 没有选项，应写作 {${name}:选项一|选项二}`
    : { kind: 'field', raw: tag.raw, name, choices: distinct };
}

/** The part again, sign by sign, or with other signs for some of its nodes. */
export function printPart(
  nodes: readonly TemplateNode[],
  instead: ReadonlyMap<TemplateNode, string> = new Map(),
): string {
  return nodes
    .map((node) => {
      if (node.kind !== 'when') return instead.get(node) ?? node.raw;
      const otherwise = node.otherwise ? node.otherwise.raw + printPart(node.otherwise.nodes, instead) : '';
      return node.raw + printPart(node.met, instead) + otherwise + node.endRaw;
    })
    .join('');
}
