import type { ImportEffect } from '../../../../shared/domain/import-effect.ts';

const sum = (a: number | null, b: number | null) => (a === null && b === null ? null : (a ?? 0) + (b ?? 0));

/** The effects of several files together, in the order in which they come. */
export function sumEffects(ofFiles: readonly (readonly ImportEffect[])[]): ImportEffect[] {
  const byKey = new Map<string, ImportEffect>();
  for (const effect of ofFiles.flat()) {
    const known = byKey.get(effect.key);
    const count = (known?.count ?? 0) + effect.count;
    const amountFen = sum(known?.amountFen ?? null, effect.amountFen);
    byKey.set(effect.key, { ...effect, hint: known?.hint ?? effect.hint, count, amountFen });
  }
  return [...byKey.values()];
}
