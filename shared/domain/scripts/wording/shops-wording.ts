import type { ShopId } from '../../ids.ts';
import type { Shop } from '../../team/shop.ts';
import type { ScriptScope } from '../script.ts';
import { applyReplacement, checkWording, type WordingFinding } from './check-wording.ts';
import type { WordingSettings } from './wording-settings.ts';

type ShopWording = Pick<Shop, 'id'> & { readonly settings: Pick<Shop['settings'], 'wording'> };

/** A script is held against the wording of every shop for which it can be sent, each one once. */
export function wordingsFor(
  scope: ScriptScope,
  shops: readonly ShopWording[],
  shopId: ShopId | null = null,
): readonly WordingSettings[] {
  const wanted = scope.kind === 'shop' ? scope.shopId : shopId;
  const meant = shops.filter(({ id }) => wanted === null || id === wanted);
  const distinct = new Map(meant.map(({ settings }) => [JSON.stringify(settings.wording), settings.wording]));
  return [...distinct.values()];
}

/** The findings of all these shops, each place once per rule. */
export function checkForShops(text: string, wordings: readonly WordingSettings[]): readonly WordingFinding[] {
  const [only, ...others] = wordings;
  if (others.length === 0) return checkWording(text, only);
  const found = wordings.flatMap((wording) => checkWording(text, wording));
  const distinct = new Map(found.map((finding) => [`${finding.ruleId}:${finding.start}`, finding]));
  return [...distinct.values()].toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** Every place for which there is a better word; a fix may uncover the next, so it is looked at again. */
export function fixWording(text: string, wordings: readonly WordingSettings[]): string {
  let fixed = text;
  // Each round takes at least one finding away; a pair of own words that undo each other must not go on for ever.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const finding = checkForShops(fixed, wordings).find(({ replacement }) => replacement !== undefined);
    if (finding === undefined) break;
    fixed = applyReplacement(fixed, finding);
  }
  // A message that was nothing else is left for somebody to write anew.
  return fixed.trim() === '' ? text : fixed;
}

const MOST_ROUNDS = 100;
