import { rawAttributes, type StartTag } from './start-tag.ts';
import { unescapeEntities } from './unescape-xml.ts';

type Bindings = ReadonlyMap<string, string>;
type Scope = { readonly depth: number; readonly before: Bindings };

const DECLARES_DEFAULT = 'xmlns';
const DECLARES_PREFIX = 'xmlns:';

/** Which namespace a prefix stands for at the place that is read; a prefix that nobody has declared is its own. */
export function createNamespaces() {
  let bindings: Bindings = new Map();
  let defaultNamespace = '';
  const scopes: Scope[] = [];

  function use(next: Bindings): void {
    bindings = next;
    defaultNamespace = next.get('') ?? '';
  }

  return {
    /** An element at this depth declares some, for itself and for all within. */
    enter(tag: StartTag, depth: number): void {
      const next = new Map(bindings);
      for (const [name, value] of rawAttributes(tag)) {
        if (name === DECLARES_DEFAULT) next.set('', unescapeEntities(value));
        else if (name.startsWith(DECLARES_PREFIX))
          next.set(name.slice(DECLARES_PREFIX.length), unescapeEntities(value));
      }
      scopes.push({ depth, before: bindings });
      use(next);
    },
    leave(depth: number): void {
      const scope = scopes.at(-1);
      if (scope?.depth !== depth) return;
      scopes.pop();
      use(scope.before);
    },
    ofElement(name: string, colon: number): string {
      return colon === -1 ? defaultNamespace : ofPrefix(name.slice(0, colon));
    },
    ofPrefix,
  };

  function ofPrefix(prefix: string): string {
    return bindings.get(prefix) ?? prefix;
  }
}
