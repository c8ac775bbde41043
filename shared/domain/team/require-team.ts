import { AppError } from '../../errors.ts';
import type { AgentId, ShopId } from '../ids.ts';

export type Agents<A = unknown> = { readonly get: (id: AgentId) => A | undefined };
export type Shops<S = unknown> = { readonly get: (id: ShopId) => S | undefined };

export function requireAgent<A>(agents: Agents<A>, id: AgentId): A {
  const agent = agents.get(id);
  if (agent === undefined) throw new AppError('not-found', '该客服已不存在');
  return agent;
}

/** The shop, unless it has gone with the sample. */
export function requireShop<S>(shops: Shops<S>, id: ShopId): S {
  const shop = shops.get(id);
  if (shop === undefined) throw new AppError('not-found', '该店铺已不存在');
  return shop;
}
