import { SCRIPT_VARIABLES } from '../../../shared/domain/script-variables.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly example: string }
  | { readonly kind: 'unknown'; readonly name: string };

const VARIABLE = /\{([^{}\n]{1,20})\}/g;
const examples = new Map<string, string>(
  Object.entries(SCRIPT_VARIABLES).map(([name, { example }]) => [name, example]),
);

function variable(name: string): Segment {
  const example = examples.get(name);
  return example === undefined ? { kind: 'unknown', name } : { kind: 'variable', name, example };
}

/** A script part cut into what is sent as it stands and what is filled in. */
export function segmentsOf(part: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of part.matchAll(VARIABLE)) {
    if (match.index > end) segments.push({ kind: 'text', text: part.slice(end, match.index) });
    segments.push(variable(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  if (end < part.length) segments.push({ kind: 'text', text: part.slice(end) });
  return segments;
}

/** Names in braces that no order and no agent can fill in. */
export function unknownVariables(parts: readonly string[]): readonly string[] {
  const names = parts
    .flatMap((part) => segmentsOf(part))
    .filter((segment) => segment.kind === 'unknown')
    .map((segment) => segment.name);
  return [...new Set(names)];
}

/** A closing or opening brace without its partner is nearly always a slip of the keyboard. */
export function hasStrayBrace(part: string): boolean {
  return /[{}]/.test(part.replaceAll(VARIABLE, ''));
}

/** The part with the variable put in place of the selection, and where the cursor stands then. */
export function insertVariable(
  part: string,
  selection: { readonly start: number; readonly end: number },
  name: string,
): { readonly text: string; readonly cursor: number } {
  const inserted = `{${name}}`;
  return {
    text: part.slice(0, selection.start) + inserted + part.slice(selection.end),
    cursor: selection.start + inserted.length,
  };
}
