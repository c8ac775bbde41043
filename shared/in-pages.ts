/** Few enough at once that what belongs to them fits in memory with ease. */
export function* inPages<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let page: T[] = [];
  for (const item of items) {
    page.push(item);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
