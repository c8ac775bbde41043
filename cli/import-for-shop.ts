import type { ImportEffect } from '../shared/domain/import-effect.ts';
import type { ImportCounts, LeftOutSheet, RemarkedRow } from '../shared/domain/import-run.ts';
import type { RejectedRow } from '../shared/domain/subjects/platform-record.ts';
import type { NewShop, Shop } from '../shared/domain/team/shop.ts';
import type { Core } from './core.ts';

export type FileOutcome =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly format: string;
      readonly counts: ImportCounts;
      readonly effects: readonly ImportEffect[];
      readonly rejected: readonly RejectedRow[];
      readonly remarks: readonly RemarkedRow[];
      readonly leftOut: readonly LeftOutSheet[];
      readonly notes: readonly string[];
    };

type Request = { readonly path: string; readonly shop: NewShop; readonly isDryRun: boolean };

/** Thrown to take everything back once it is known what an import would have done. */
class DryRunOver extends Error {}

function importNow(core: Core, path: string, shop: NewShop): FileOutcome {
  const known: Shop = core.stores.shops.findByName(shop.platform, shop.name) ?? core.shops.add(shop);
  const outcome = core.importFile({ path, shop: known, agentId: null, isDryRun: false });
  if (outcome.kind !== 'committed')
    return { kind: 'unreadable', reason: outcome.kind === 'unreadable' ? outcome.reason : '' };
  const { run, effects, rejected, remarks, leftOut, notes } = outcome;
  return { kind: 'read', format: run.format, counts: run.counts, effects, rejected, remarks, leftOut, notes };
}

/** No shop is made for a file that cannot be read. */
export function importForShop(core: Core, { path, shop, isDryRun }: Request): FileOutcome {
  let outcome: FileOutcome | undefined;
  try {
    core.inTransaction(() => {
      outcome = importNow(core, path, shop);
      if (isDryRun || outcome.kind === 'unreadable') throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  return outcome ?? { kind: 'unreadable', reason: '导入没有完成' };
}
