/** The keys with one of them at another place. */
export function movedTo(keys: readonly string[], key: string, index: number): string[] {
  const others = keys.filter((one) => one !== key);
  const at = Math.max(0, Math.min(index, others.length));
  return [...others.slice(0, at), key, ...others.slice(at)];
}

/** One place up or down; at either end it stays. */
export const movedBy = (keys: readonly string[], key: string, step: 1 | -1): string[] =>
  movedTo(keys, key, keys.indexOf(key) + step);
