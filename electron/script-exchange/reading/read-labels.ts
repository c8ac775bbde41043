const SEPARATOR = /[、;；\n]/u;

/** The words of a closed list; a label may hold the sign that stands between two of them. */
export function readLabels<T extends string>(
  text: string,
  labels: Readonly<Record<T, string>>,
): { readonly keys: T[]; readonly unknown: string[] } {
  // The keys of the labels are exactly the values of the field; the longest label that fits is meant.
  const entries = (Object.entries(labels) as [T, string][]).toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const keys: T[] = [];
  const unknown: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const known = entries.find(([, label]) => isWhole(rest, label));
    if (known) keys.push(known[0]);
    const taken = known?.[1] ?? rest.split(SEPARATOR, 1)[0] ?? rest;
    if (!known && taken.trim() !== '') unknown.push(taken.trim());
    rest = rest.slice(taken.length).trim().replace(SEPARATOR, '').trim();
  }
  return { keys: [...new Set(keys)], unknown };
}

function isWhole(text: string, label: string): boolean {
  if (!text.startsWith(label)) return false;
  const next = text.slice(label.length).trim();
  return next === '' || SEPARATOR.test(next.charAt(0));
}
