/** All members of a union at once. */
export type Every<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/**
 * The parts as one object. Two that give the same name stop the start: the later one would take the place of the other
 * without a word.
 */
export function joinDistinct<const Parts extends readonly object[]>(parts: Parts): Every<Parts[number]> {
  const joined: Record<string, unknown> = {};
  for (const [name, given] of parts.flatMap(Object.entries)) {
    if (Object.hasOwn(joined, name)) throw new Error(`Two parts give ${name}`);
    joined[name] = given;
  }
  // Every part is in it, name by name.
  return joined as Every<Parts[number]>;
}
