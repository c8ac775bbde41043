import type { Order } from '../../shared/domain/order.ts';
import type { Script } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { FakeWorld } from './fake-world.ts';

function valuesOf(world: FakeWorld, orderId: string | null): Readonly<Record<string, string | undefined>> {
  const order: Order | undefined = world.orders.find(({ id }) => id === orderId);
  const agent = world.agents.find(({ id }) => id === world.currentAgentId);
  if (!order) return { 客服: agent?.name };
  const said = (value: string | null) => value ?? undefined;
  return {
    客服: agent?.name,
    客户: said(order.customerNick),
    店铺: world.shops.find(({ id }) => id === order.shopId)?.name,
    收货人: said(order.receiverName),
    商品: said(order.itemTitle),
    数量: order.itemCount?.toString(),
    规格: said(order.sku),
    地址: said(order.receiverAddress),
    剩余时间: '1小时20分钟',
    关闭时间: '6月11日08:00',
  };
}

function fill(text: string, values: Readonly<Record<string, string | undefined>>) {
  const missing = new Set<string>();
  const filled = text.replaceAll(/\{(\p{Script=Han}+)\}/gu, (_placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) missing.add(name);
    return value ?? `【${name}】`;
  });
  return { text: filled, missing: [...missing] };
}

const searched = ({ code, title, keywords, parts }: Script) =>
  `${code} ${title} ${keywords} ${parts.join(' ')}`;

function fits(script: Script, { occasion }: Input<'scripts.search'>): boolean {
  return occasion.reason !== null && script.fit.reasons.includes(occasion.reason);
}

export function fakeScriptHandlers(world: FakeWorld) {
  const scriptOf = (id: string): Script => {
    const script = world.scripts.find((one) => one.id === id);
    if (!script) throw new AppError('not-found', '该话术已不存在');
    return script;
  };
  return {
    'scripts.search': (query: Input<'scripts.search'>): Output<'scripts.search'> => {
      const values = valuesOf(world, query.occasion.orderId);
      return world.scripts
        .filter((script) => script.archivedAtMs === null && searched(script).includes(query.text))
        .toSorted((a, b) => Number(fits(b, query)) - Number(fits(a, query)))
        .slice(0, query.limit)
        .map((script) => ({
          script,
          groupName: world.groups.find(({ id }) => id === script.groupId)?.name ?? null,
          parts: script.parts.map((part) => fill(part, values)),
        }));
    },
    'scripts.copy': (input: Input<'scripts.copy'>): Output<'scripts.copy'> => {
      const script = scriptOf(input.scriptId);
      const values = { ...valuesOf(world, input.occasion.orderId), ...input.answers };
      const { text, missing } = fill(script.parts[input.part] ?? '', values);
      if (missing.length > 0) return { kind: 'incomplete', missing };
      world.clipboard = text;
      return { kind: 'copied', text, nextPart: input.part + 1 < script.parts.length ? input.part + 1 : null };
    },
    'palette.context': (): Output<'palette.context'> => {
      const order = world.orders[0];
      if (!order) return { orderId: null, taskId: null, reason: null, label: null };
      return {
        orderId: order.id,
        taskId: null,
        reason: null,
        label: `订单 ${order.no} · ${order.customerNick}`,
      };
    },
    'palette.hide': () => {
      world.isPaletteHidden = true;
    },
  };
}
