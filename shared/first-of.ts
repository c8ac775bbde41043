type Order<T> = (a: T, b: T) => number;

/** From this share of all on it is as quick to sort all of them. */
const MOST = 1 / 4;

/**
 * The first so many in the order, as sorting all of them would give: of thousands a page shows some dozens. Of things that
 * the order holds for equal the earlier one comes first.
 */
export function firstOf<T>(things: readonly T[], order: Order<T>, count: number): T[] {
  if (count > things.length * MOST) return things.toSorted(order).slice(0, count);
  const first = things.slice(0, count).toSorted(order);
  for (let at = count; at < things.length; at++) {
    const thing = things[at];
    const border = first[count - 1];
    if (thing === undefined || border === undefined || order(thing, border) >= 0) continue;
    first.pop();
    first.splice(placeOf(thing, first, order), 0, thing);
  }
  return first;
}

/** Behind everything that does not come after it. */
function placeOf<T>(thing: T, sorted: readonly T[], order: Order<T>): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && order(there, thing) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
