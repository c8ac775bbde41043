import { useSyncExternalStore } from 'react';
import { keysLabel } from './key-names.ts';

type Keyed = { readonly keys: string; readonly label: string };
type KeyedList = Readonly<Record<string, Keyed>>;

/** The keys that the agents of this PC have chosen, by the name of the shortcut. */
let chosen: Readonly<Record<string, string>> = {};
const listeners = new Set<() => void>();

type Kept = { readonly name: string; readonly first: Keyed };
const kept = new Map<object, Kept>();

/**
 * The shortcuts of a list with the keys that were chosen for them. The type goes on naming the first keys, by which
 * the compiler finds two that are the same.
 */
export function changeable<const T extends KeyedList>(prefix: string, list: T): T {
  const entries = Object.entries(list).map(([own, first]) => {
    const name = `${prefix}.${own}`;
    const shortcut = Object.defineProperties(
      { ...first },
      {
        keys: { enumerable: true, get: () => chosen[name] ?? first.keys },
        label: {
          enumerable: true,
          get: () => (chosen[name] === undefined ? first.label : keysLabel(chosen[name])),
        },
      },
    );
    kept.set(shortcut, { name, first });
    return [own, shortcut] as const;
  });
  // Each entry is the one of the list, but for the two getters.
  return Object.fromEntries(entries) as T;
}

/** The name by which a choice of keys is kept; every shortcut of a list has one. */
export function nameOf(shortcut: object): string {
  return kept.get(shortcut)?.name ?? '';
}

export const isChosen = (shortcut: object): boolean => nameOf(shortcut) in chosen;

export function firstKeysOf(shortcut: Keyed): string {
  return kept.get(shortcut)?.first.keys ?? shortcut.keys;
}

/** Main has told them, at the start and after every change. */
export function takeChosenKeys(next: Readonly<Record<string, string>>): void {
  if (JSON.stringify(next) === JSON.stringify(chosen)) return;
  chosen = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The keys of a shortcut now; what shows or binds them is drawn again when they change. */
export function useKeysOf(shortcut: Keyed): string {
  return useSyncExternalStore(listen, () => shortcut.keys);
}
