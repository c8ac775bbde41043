/**
 * The value under a key that came from outside, such as from a file, another build or a text that somebody typed; a
 * plain look-up would also find the names that every object inherits, such as `constructor`.
 */
export function ownValue<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
