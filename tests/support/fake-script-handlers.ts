import { createWordingGate } from '../../electron/scripts/copying/wording-gate.ts';
import { leads } from '../../shared/domain/agent.ts';
import { ScriptPictureId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Script } from '../../shared/domain/script.ts';
import { renderScript } from '../../shared/domain/script-template/render-script.ts';
import { fieldsOf, type ScriptMessage } from '../../shared/domain/script-template/script-message.ts';
import { AppError } from '../../shared/errors.ts';
import type { Answers, CopiedContent } from '../../shared/ipc/contract/script-contract.ts';
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

function render(
  world: FakeWorld,
  { parts }: Script,
  { orderId, answers }: { readonly orderId: string | null; readonly answers: Answers },
) {
  return renderScript(parts, {
    values: valuesOf(world, orderId),
    answers,
    circumstances: world.circumstances,
    fragment: (code) => world.scripts.find((script) => script.code === code)?.parts,
    picture: (name) => world.pictures.find((picture) => picture.name === name)?.id ?? null,
    remembered: (field) => world.rememberedAnswers.get(field) ?? [],
  });
}

function shopOf(world: FakeWorld, orderId: string | null) {
  const order = world.orders.find(({ id }) => id === orderId);
  return world.shops.find(({ id }) => id === order?.shopId);
}

/** The real gate on the fake world. */
function judge(world: FakeWorld, message: ScriptMessage | undefined, input: Input<'scripts.copy'>) {
  const gate = createWordingGate({
    isLead: (agentId) => leads(world.agents.find(({ id }) => id === agentId)?.role),
  });
  return gate([
    {
      content: contentOf(message),
      words: message?.kind === 'text' ? message.words : '',
      occasion: { shop: shopOf(world, input.occasion.orderId) ?? null },
      agentId: world.currentAgentId,
      overridesWording: input.overridesWording,
    },
  ]);
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
    'scripts.search': (query: Input<'scripts.search'>): Output<'scripts.search'> =>
      world.scripts
        .filter((script) => script.archivedAtMs === null && searched(script).includes(query.text))
        .toSorted((a, b) => Number(fits(b, query)) - Number(fits(a, query)))
        .slice(0, query.limit)
        .map((script) => {
          const { messages, problems } = render(world, script, { ...query.occasion, answers: {} });
          return {
            script,
            shopId: shopOf(world, query.occasion.orderId)?.id ?? null,
            groupName: world.groups.find(({ id }) => id === script.groupId)?.name ?? null,
            messages: [...messages],
            problem: problems[0] ?? null,
            hint: null,
            isTrial: false,
          };
        }),
    'scripts.copy': (input: Input<'scripts.copy'>): Output<'scripts.copy'> => {
      const { messages } = render(world, scriptOf(input.scriptId), { ...input.occasion, ...input });
      const fields = fieldsOf(messages);
      if (fields.length > 0) return { kind: 'incomplete', fields };
      const content = contentOf(messages[input.message]);
      const verdict = judge(world, messages[input.message], input);
      if (verdict.kind === 'blocked') return verdict;
      world.clipboard = content.kind === 'text' ? content.text : `[${content.name}]`;
      for (const [field, answer] of Object.entries(input.answers)) {
        world.rememberedAnswers.set(field, [answer]);
      }
      const next = input.message + 1;
      return {
        kind: 'copied',
        content,
        next: next < messages.length ? next : null,
        total: messages.length,
        notes: verdict.notes,
      };
    },
    'scripts.copyStack': (input: Input<'scripts.copyStack'>): Output<'scripts.copyStack'> => {
      const all = input.scriptIds.map(
        (id) => render(world, scriptOf(id), { ...input.occasion, ...input }).messages,
      );
      const fields = fieldsOf(all.flat());
      if (fields.length > 0) return { kind: 'incomplete', fields };
      const text = all
        .map((messages) =>
          messages.map((message) => (message.kind === 'text' ? message.text : '')).join('\n'),
        )
        .join('\n\n');
      world.clipboard = text;
      return { kind: 'copied', text, notes: [] };
    },
    'scripts.forgetAnswer': ({ field }: Input<'scripts.forgetAnswer'>) => {
      world.rememberedAnswers.delete(field);
    },
    'pictures.list': (): Output<'pictures.list'> => world.pictures,
    'pictures.add': ({ name, bytes }: Input<'pictures.add'>): Output<'pictures.add'> => {
      const picture = {
        id: ScriptPictureId.parse(`picture-${world.pictures.length + 1}`),
        name,
        byteCount: bytes.length,
        addedAtMs: world.now(),
      };
      world.pictures = [picture, ...world.pictures];
      return { picture, isShrunk: false };
    },
    'pictures.remove': ({ id }: Input<'pictures.remove'>) => {
      world.pictures = world.pictures.filter((picture) => picture.id !== id);
    },
    'pictures.restore': (_input: Input<'pictures.restore'>) => {},
    'palette.context': (): Output<'palette.context'> => {
      const order = world.orders[0];
      const canRestoreClipboard = world.clipboardBefore !== null;
      const occasion = { orderId: order?.id ?? null, taskId: null, reason: null };
      const rest = { occasion, canRestoreClipboard, nowMs: world.now() };
      return order ? { ...rest, order, source: 'clipboard' } : { ...rest, order: null, source: null };
    },
    'palette.follow': (occasion: Input<'palette.follow'>) => {
      world.followed = occasion;
    },
    'palette.restoreClipboard': (): Output<'palette.restoreClipboard'> => {
      const before = world.clipboardBefore;
      if (before === null) return { isRestored: false };
      world.clipboard = before;
      world.clipboardBefore = null;
      return { isRestored: true };
    },
    'palette.hide': () => {
      world.isPaletteHidden = true;
    },
  };
}

function contentOf(message: ScriptMessage | undefined): CopiedContent {
  if (message?.kind === 'text') return { kind: 'text', text: message.text };
  if (!message?.pictureId) throw new AppError('not-found', '没有这条内容');
  return { kind: 'picture', name: message.name, pictureId: message.pictureId };
}
