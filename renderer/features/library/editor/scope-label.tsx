import { SCRIPT_SCOPE_LABELS, type ScriptScope } from '../../../../shared/domain/scripts/script.ts';
import type { Shop } from '../../../../shared/domain/team/shop.ts';
import { useAppState, useCurrentAgent, useShop } from '../../../lib/main-process/app-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { scopeKey } from '../library-view.ts';

export type ScopeOption = { readonly value: string; readonly label: string; readonly scope: ScriptScope };

const labelOf = (shop: Shop, isOnly: boolean) =>
  isOnly ? SCRIPT_SCOPE_LABELS.shop : `${SCRIPT_SCOPE_LABELS.shop} · ${shop.name}`;

/** The scopes that a script may have: all agents, one of the shops, the agent who is signed in. */
export function useScopeOptions(): readonly ScopeOption[] {
  const { shops } = useAppState();
  const agent = useCurrentAgent();
  const choices: readonly (readonly [ScriptScope, string])[] = [
    [{ kind: 'all' }, SCRIPT_SCOPE_LABELS.all],
    ...shops.map((shop) => [{ kind: 'shop', shopId: shop.id }, labelOf(shop, shops.length === 1)] as const),
    ...(agent ? [[{ kind: 'personal', agentId: agent.id }, SCRIPT_SCOPE_LABELS.personal] as const] : []),
  ];
  return choices.map(([scope, label]) => ({ value: scopeKey(scope), label, scope }));
}

/** Nothing where a script is for all, as most are. */
export function ScopeMark({ scope }: { readonly scope: ScriptScope }) {
  const shop = useShop(scope.kind === 'shop' ? scope.shopId : null);
  if (scope.kind === 'personal') return <Tag tone="accent">个人</Tag>;
  if (scope.kind === 'all') return null;
  const name = shop?.name ?? '店铺';
  return (
    <Tag title={`${SCRIPT_SCOPE_LABELS.shop} · ${name}`}>
      <span className="truncate library-shop-mark">{name}</span>
    </Tag>
  );
}
