/** Digits on a 3 × 5 grid, a row per number, the left pixel in the highest bit. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 2, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
};

const BADGE_BGRA = [0x2b, 0x2b, 0xd9, 0xff] as const;
const INK_BGRA = [0xff, 0xff, 0xff, 0xff] as const;
const SCALE = 3;

/** `3` → `'3'`, `120` → `'99+'`. */
export function badgeText(count: number): string {
  return count > 99 ? '99+' : String(count);
}

/**
 * Draws the number of due tasks over the lower right of a square BGRA bitmap, in place: the tray has no text of its
 * own on Windows and Linux. `size` is the edge in pixels, at least 32.
 */
export function drawCountBadge(bitmap: Uint8Array, size: number, count: number): void {
  if (count <= 0) return;
  const text = badgeText(count);
  const width = text.length * 3 * SCALE + (text.length - 1) * SCALE + 2 * SCALE;
  const height = 5 * SCALE + 2 * SCALE;
  const left = Math.max(0, size - width);
  const top = size - height;
  const paint = (x: number, y: number, color: readonly number[]) => {
    if (x >= 0 && x < size && y >= 0 && y < size) bitmap.set(color, (y * size + x) * 4);
  };
  for (let y = top; y < size; y++) for (let x = left; x < size; x++) paint(x, y, BADGE_BGRA);
  for (const [place, character] of text.split('').entries()) {
    const glyphLeft = left + SCALE + place * 4 * SCALE;
    for (let row = 0; row < 5 * SCALE; row++) {
      const bits = GLYPHS[character]?.[Math.floor(row / SCALE)] ?? 0;
      for (let column = 0; column < 3 * SCALE; column++) {
        const isInk = (bits >> (2 - Math.floor(column / SCALE))) & 1;
        if (isInk) paint(glyphLeft + column, top + SCALE + row, INK_BGRA);
      }
    }
  }
}
