import type { OrderLine } from '../../shared/ipc/contract/order-contract.ts';
import type { ScriptHit } from '../../shared/ipc/contract/script-contract.ts';
import type { Screen } from '../lib/navigation.ts';

export type Found =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'order'; readonly order: OrderLine }
  | { readonly kind: 'script'; readonly hit: ScriptHit };

const TITLES = { order: '订单', script: '话术', screen: '页面' } as const satisfies Record<
  Found['kind'],
  string
>;

export type FoundGroup = {
  readonly title: string;
  readonly rows: readonly { readonly target: Found; readonly index: number }[];
};

/** The index is that of the whole list: the arrows walk through all groups. */
export function groupFound(found: readonly Found[]): readonly FoundGroup[] {
  const numbered = found.map((target, index) => ({ target, index }));
  return (['order', 'script', 'screen'] as const)
    .map((kind) => ({ title: TITLES[kind], rows: numbered.filter(({ target }) => target.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
}
