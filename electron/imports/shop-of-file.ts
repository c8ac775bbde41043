import type { ShopId } from '../../shared/domain/ids.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { ImportPreview } from '../../shared/ipc/contract/program/import-contract.ts';

type ShopChoice = {
  readonly shopId: ShopId;
  /** The file can be of no other shop. */
  readonly isSure: boolean;
};

/** The shop of the last import is the likeliest shop of the next one; the sample shop never is. */
export function likelyShop(shops: readonly Shop[], lastImports: readonly ShopId[]): Shop | undefined {
  const own = shops.filter(({ isSample }) => !isSample);
  const last = lastImports.find((shopId) => own.some(({ id }) => id === shopId));
  return own.find(({ id }) => id === last) ?? own[0] ?? shops[0];
}

/** The shop that the file names, else the one of its platform; where several would do, the likely one. */
export function shopOfFile(
  { platforms, shopNames }: Pick<ImportPreview, 'platforms' | 'shopNames'>,
  shops: readonly Shop[],
  likelyId: ShopId,
): ShopChoice {
  const fitting = shops.filter(({ isSample, platform }) => !isSample && platforms.includes(platform));
  const named = fitting.filter(({ name }) => shopNames.includes(name));
  const candidates = named.length > 0 ? named : fitting;
  const choice = candidates.find(({ id }) => id === likelyId) ?? candidates[0];
  if (!choice) return { shopId: likelyId, isSure: false };
  const isOfAnother = shopNames.length > 0 && named.length === 0;
  return { shopId: choice.id, isSure: candidates.length === 1 && !isOfAnother };
}

/** Nothing of the file has to be decided or known before it is imported. */
export function isClear({ counts, notes, remarks }: ImportPreview): boolean {
  const hasNews = counts.new + counts.changed > 0;
  return hasNews && counts.rejected === 0 && notes.length === 0 && remarks.length === 0;
}
