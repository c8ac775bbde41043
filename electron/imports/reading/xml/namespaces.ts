import { rawAttributes, type StartTag } from './start-tag.ts';
import { unescapeEntities } from './unescape-xml.ts';

type Bindings = ReadonlyMap<string, string>;
type Scope = { readonly depth: number; readonly before: Bindings };

const DECLARES_DEFAULT = 'xmlns';
const DECLARES_PREFIX = 'xmlns:';

/** No element declares any. */
const NOWHERE = -1;

/** The namespace of a prefix at the place that is read; a prefix that nobody has declared is its own. */
export function createNamespaces() {
  let bindings: Bindings = new Map();
  const scopes: Scope[] = [];

  return {
    /** An element at this depth declares some, for itself and for all within. */
    enter(tag: StartTag, depth: number): void {
      scopes.push({ depth, before: bindings });
      const next = new Map(bindings);
      for (const [name, value] of rawAttributes(tag)) {
        if (name === DECLARES_DEFAULT) next.set('', unescapeEntities(value));
        else if (name.startsWith(DECLARES_PREFIX))
          next.set(name.slice(DECLARES_PREFIX.length), unescapeEntities(value));
      }
      bindings = next;
    },
    /** The innermost element that declares some has ended. */
    leave(): void {
      bindings = scopes.pop()?.before ?? bindings;
    },
    innermostDepth: (): number => scopes.at(-1)?.depth ?? NOWHERE,
    /** Of elements without a prefix. */
    plain: (): string => bindings.get('') ?? '',
    ofPrefix: (prefix: string): string => bindings.get(prefix) ?? prefix,
  };
}
