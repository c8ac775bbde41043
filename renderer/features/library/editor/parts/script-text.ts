import { emoticonPieces } from '../../../../../shared/domain/scripts/media/emoticons.ts';
import type { Script, ScriptScope } from '../../../../../shared/domain/scripts/script.ts';
import { isOffered, nearnessOf } from '../../../../../shared/domain/scripts/script-scope.ts';
import {
  parsePart,
  type TemplateNode,
} from '../../../../../shared/domain/scripts/script-template/parse-template.ts';
import {
  allNodes,
  fragmentCodesOf,
  pictureNamesOf,
} from '../../../../../shared/domain/scripts/script-template/template-words.ts';
import { SCRIPT_VARIABLES } from '../../../../../shared/domain/scripts/script-variables.ts';
import { assertNever } from '../../../../../shared/errors.ts';

export type Selection = { readonly start: number; readonly end: number };
/** The part after something was put in, and what is selected then. */
export type Edited = { readonly text: string; readonly selection: Selection };

/** In place of the selection, with the cursor behind it. */
export function insertText(part: string, { start, end }: Selection, inserted: string): Edited {
  const cursor = start + inserted.length;
  return {
    text: part.slice(0, start) + inserted + part.slice(end),
    selection: { start: cursor, end: cursor },
  };
}

/** Puts the selected text under the condition; the cursor stands where the condition is written. */
export function insertCondition(part: string, { start, end }: Selection, name: string): Edited {
  const opening = `{如果 ${name}}`;
  const said = part.slice(start, end);
  const cursor = start + opening.length + said.length;
  return {
    text: `${part.slice(0, start)}${opening}${said}{否则}{结束}${part.slice(end)}`,
    selection: { start: cursor, end: cursor },
  };
}

/** A field of the form with choices; its name is selected, to be typed over. */
export function insertChoice(part: string, selection: Selection): Edited {
  const name = '选项名';
  const { text } = insertText(part, selection, `{${name}:第一项|第二项}`);
  const start = selection.start + 1;
  return { text, selection: { start, end: start + name.length } };
}

/** A part refers to these; the caller looks them up. */
export type References = {
  readonly fragmentParts: (code: string) => readonly string[] | undefined;
  readonly hasPicture: (name: string) => boolean;
};

/** The mistakes in one part, in words; the first kind keeps it from being saved. */
export function partProblems(part: string, { fragmentParts, hasPicture }: References): readonly string[] {
  return [
    ...parsePart(part).problems.map(({ message }) => message),
    ...fragmentCodesOf([part])
      .filter((code) => fragmentParts(code) === undefined)
      .map((code) => `没有编码为「${code}」的话术可作片段`),
    ...pictureNamesOf([part])
      .filter((name) => !hasPicture(name))
      .map((name) => `没有名为「${name}」的图片，可从“图片”添加`),
    ...unknownVariables([part]).map((name) => `未知变量 {${name}}，复制时需要手工填写`),
  ];
}

/** Names in braces that no order fills in and that offer no choice: often a slip of the pen. */
export function unknownVariables(parts: readonly string[]): readonly string[] {
  const names = nodesOf(parts).flatMap((node) =>
    node.kind === 'field' && node.choices === null && !Object.hasOwn(SCRIPT_VARIABLES, node.name)
      ? node.name
      : [],
  );
  return [...new Set(names)];
}

/** The conditions that decide what is said, in the script and in its fragments. */
export function conditionsOf(
  parts: readonly string[],
  fragmentParts: References['fragmentParts'],
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (these: readonly string[]): void => {
    for (const node of nodesOf(these)) {
      if (node.kind === 'when') for (const { name } of node.condition) found.add(name);
      if (node.kind !== 'fragment' || seen.has(node.code)) continue;
      seen.add(node.code);
      look(fragmentParts(node.code) ?? []);
    }
  };
  look(parts);
  return found;
}

const nodesOf = (parts: readonly string[]): TemplateNode[] =>
  parts.flatMap((part) => [...allNodes(parsePart(part).nodes)]);

/** By its code in small letters, what a script of that scope may put in. */
export function fragmentsFor(scripts: readonly Script[], scope: ScriptScope): ReadonlyMap<string, Script> {
  const viewer = {
    agentId: scope.kind === 'personal' ? scope.agentId : null,
    shopId: scope.kind === 'shop' ? scope.shopId : null,
  };
  const isThere = (script: Script) =>
    script.archivedAtMs === null &&
    // A script for all can use only fragments that are there in every shop.
    (scope.kind !== 'all' || script.scope.kind === 'all') &&
    isOffered(script.scope, viewer);
  const meant = new Map<string, Script>();
  for (const script of scripts.filter(isThere)) {
    const code = script.code.toLowerCase();
    const other = meant.get(code);
    if (other === undefined || nearnessOf(script.scope) > nearnessOf(other.scope)) meant.set(code, script);
  }
  return meant;
}

/** The scripts that put this one in; a change of it changes them all. */
export function usersOf(scripts: readonly Script[], code: string): readonly Script[] {
  const wanted = code.toLowerCase();
  return scripts.filter(
    ({ archivedAtMs, parts }) =>
      archivedAtMs === null &&
      parts.some((part) => part.includes('片段')) &&
      fragmentCodesOf(parts).some((used) => used.toLowerCase() === wanted),
  );
}

/** For a list: all that is said, in one line. */
export function briefText(parts: readonly string[]): string {
  return parts.map((part) => briefNodes(parsePart(part).nodes)).join(' ⏎ ');
}

const briefNodes = (nodes: readonly TemplateNode[]): string => nodes.map(briefNode).join('');

function briefNode(node: TemplateNode): string {
  switch (node.kind) {
    case 'text':
      return emoticonPieces(node.raw)
        .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.name}]`))
        .join('');
    case 'field':
      return `{${node.name}}`;
    case 'picture':
      return '[图片]';
    case 'when':
      return [node.met, node.otherwise?.nodes ?? []].map(briefNodes).filter(Boolean).join('／');
    case 'fragment':
    case 'broken':
      return node.raw;
    default:
      return assertNever(node);
  }
}

/** The scripts that show the picture. */
export function showing(scripts: readonly Script[], name: string): readonly Script[] {
  const wanted = name.toLowerCase();
  return scripts.filter(
    ({ archivedAtMs, parts }) =>
      archivedAtMs === null &&
      parts.some((part) => part.includes('图片')) &&
      pictureNamesOf(parts).some((shown) => shown.toLowerCase() === wanted),
  );
}
