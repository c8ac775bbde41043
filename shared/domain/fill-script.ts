import type { ScriptVariable } from './script-variables.ts';

/** Values by variable name. Names outside of SCRIPT_VARIABLES are allowed: the agent answers them in the form. */
export type FillValues = Readonly<Record<string, string | undefined>>;

export type FilledScript =
  | { readonly kind: 'ready'; readonly text: string }
  | { readonly kind: 'incomplete'; readonly text: string; readonly missing: readonly string[] };

/**
 * `{名称}`, in half- or full-width braces; doubled braces (`{{名称}}`) are what people bring from other tools and
 * mean the same. There is no escape: no customer needs to be sent a brace, and a lone one is a broken variable.
 */
export const PLACEHOLDER = /[{｛]+([^{}｛｝\n]*)[}｝]+|[{}｛｝]/gu;

const ADDRESS: ScriptVariable = '客户';
const name = `[{｛]+\\s*${ADDRESS}\\s*[}｝]+`;

/** `{客户}，…`, `{客户}您好` at the start of a sentence. */
const LEADING_ADDRESS = new RegExp(
  `(^|[。！？!?；;\\n～~])(\\s*)${name}(?:\\s*[，,、：:]\\s*|\\s*(?=[您你]好))`,
  'gu',
);
/** `您好，{客户}！…` */
const TRAILING_ADDRESS = new RegExp(`[，,]\\s*${name}(?=\\s*[，,。！？!?～~])`, 'gu');

/**
 * Fills one part. A customer whose nick is masked or unknown is simply not addressed by name (`{客户}，您好` becomes
 * `您好`); any other variable without a value, unknown names and lone braces included, keeps the part from being
 * copied and stands in the preview as `【名称】`. What is inserted is never looked at again.
 */
export function fillScript(part: string, values: FillValues): FilledScript {
  const missing = new Set<string>();
  const text = withoutNamelessAddress(part, values).replace(PLACEHOLDER, (raw: string, inner?: string) => {
    const variable = nameOf(raw, inner);
    const value = valueOf(values, variable);
    if (value === undefined) missing.add(variable);
    return value ?? `【${variable}】`;
  });
  return missing.size === 0 ? { kind: 'ready', text } : { kind: 'incomplete', text, missing: [...missing] };
}

/** The variables of a script, each once, in the order in which they are first needed. */
export function variablesOf(parts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const part of parts) {
    for (const [raw, inner] of part.matchAll(PLACEHOLDER)) found.add(nameOf(raw, inner));
  }
  return [...found];
}

/** The variables without which the part cannot be copied; an address at the start or end of a phrase is optional. */
export function requiredVariablesOf(parts: readonly string[]): string[] {
  return variablesOf(parts.map((part) => withoutNamelessAddress(part, {})));
}

/** A brace without partner, or `{}`: no form can ask for it, so the script has to be corrected. */
export function hasBrokenBraces(part: string): boolean {
  return variablesOf([part]).some((variable) => /^[{}｛｝]/u.test(variable));
}

function withoutNamelessAddress(part: string, values: FillValues): string {
  if (valueOf(values, ADDRESS) !== undefined) return part;
  const rest = part.replace(LEADING_ADDRESS, '$1$2').replace(TRAILING_ADDRESS, '');
  return rest.trim() === '' ? part : rest;
}

/** A lone brace and an empty pair are named by what stands there, which is no name that a value could have. */
function nameOf(raw: string, inner: string | undefined): string {
  const trimmed = inner?.trim() ?? '';
  return trimmed === '' ? raw : trimmed;
}

/** An empty value reads as a gap (`，您好`), so it counts as none. */
function valueOf(values: FillValues, variable: string): string | undefined {
  const value = Object.hasOwn(values, variable) ? values[variable] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
}
